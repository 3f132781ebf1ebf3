using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>
/// Writes everything that the current partnership owns into one zip. The rows are read in one transaction that sees them all
/// as at one moment, a page at a time; the files are copied as streams.
/// </summary>
public sealed class ArchiveBuilder(PortalDbContext database, UnitOfWork unitOfWork, TenantScope scope, ArchiveEvidence evidence, TimeProvider time)
{
    /// <summary>Steps besides tables and files: the partnership and its people, and the end.</summary>
    private const int OtherSteps = 2;

    /// <summary>Writes the archive.</summary>
    /// <param name="disk">Empty, can be read back; closed at the end.</param>
    /// <param name="askedBy">The account that asked; null for whoever runs the portal.</param>
    /// <param name="progress">Told before each step; what it throws stops the work.</param>
    /// <param name="cancellationToken">Stops at the next page or file.</param>
    /// <returns>Size in bytes and SHA-256 in lower-case hexadecimal.</returns>
    public async Task<(long Size, string Sha256)> BuildAsync(Stream disk, Guid? askedBy, ArchiveProgress progress, CancellationToken cancellationToken)
    {
        await using var held = disk;
        var (package, content) = await unitOfWork.ReadAtOneMomentAsync(
            async token =>
            {
                disk.SetLength(0);
                var at = time.GetUtcNow();
                var started = new ArchivePackage(disk, at);
                var begun = new ArchiveContent(await AboutAsync(askedBy, at, token));
                await WriteRowsAsync(started, begun, progress, token);
                return (started, begun);
            },
            cancellationToken);
        await evidence.CopyAsync(package, content, RequiredTenant, progress, cancellationToken);
        await progress(content.StepsTotal - 1, content.StepsTotal, "Finishing", cancellationToken);
        await package.AddAsync(
            ArchiveText.Manifest,
            stream => ArchiveTableWriter.WriteDocumentAsync(stream, json => ArchiveText.WriteManifest(json, content, package.Entries)),
            cancellationToken);
        return await package.CompleteAsync(cancellationToken);
    }

    private int RequiredTenant => scope.TenantId ?? throw new InvalidOperationException("An archive is made within a partnership.");

    private async Task<ArchiveAbout> AboutAsync(Guid? askedBy, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var partnership = await database.Partnerships.AsNoTracking().SingleAsync(p => p.Id == RequiredTenant, cancellationToken);
        var by = await database.Users.Where(u => u.Id == askedBy).Select(u => u.DisplayName).FirstOrDefaultAsync(cancellationToken);
        return new ArchiveAbout(partnership, at, by);
    }

    private async Task WriteRowsAsync(ArchivePackage package, ArchiveContent content, ArchiveProgress progress, CancellationToken cancellationToken)
    {
        var tables = ArchiveTables.Of(database.Model);
        var files = await database.EvidenceVersions.CountAsync(v => v.StorageName != null, cancellationToken);
        content.StepsTotal = tables.Count + files + OtherSteps;
        await package.AddTextAsync(ArchiveText.ReadMe, ArchiveText.WriteReadMe(content.About, tables), cancellationToken);
        await WriteAsync(
            package, "partnership", ArchiveTables.OfPartnership(database.Model), () => One(content.About.Partnership), cancellationToken);
        foreach (var table in tables)
        {
            Task Tell() => progress(content.StepsDone, content.StepsTotal, $"Reading {table.Name.Replace('-', ' ')}", cancellationToken);
            await Tell();
            await WriteTableAsync(package, content, table, Tell, cancellationToken);
            content.StepsDone++;
        }

        await progress(content.StepsDone++, content.StepsTotal, "Reading people", cancellationToken);
        await WritePeopleAsync(package, content, cancellationToken);
    }

    private async Task WriteTableAsync(
        ArchivePackage package, ArchiveContent content, ArchiveTable table, Func<Task> tell, CancellationToken cancellationToken)
    {
        List<IArchiveColumn> columns =
        [
            .. table.Columns,
            .. table.Bytes.Select(b => new MadeColumn<object>(b.Name, row => b.Read(row) is null ? null : table.PathOf(row, b))),
        ];
        if (table.Type == typeof(EvidenceVersion))
        {
            columns.Add(new MadeColumn<EvidenceVersion>("file", evidence.PathOf));
        }

        await WriteAsync(package, table.Name, columns, () => content.NotingAsync(table, table.ReadAsync(database, cancellationToken), tell), cancellationToken);
        if (table.Bytes.Count > 0)
        {
            await foreach (var row in table.ReadAsync(database, cancellationToken))
            {
                foreach (var bytes in table.Bytes.Where(b => b.Read(row) is not null))
                {
                    await package.AddAsync(table.PathOf(row, bytes), stream => CopyAsync((byte[])bytes.Read(row)!, stream, cancellationToken), cancellationToken);
                }
            }
        }
    }

    /// <summary>
    /// Who stands behind the ids: members with their e-mail address, everybody else who did something here by name alone.
    /// </summary>
    private async Task WritePeopleAsync(ArchivePackage package, ArchiveContent content, CancellationToken cancellationToken)
    {
        var members = await database.Memberships.Select(m => m.UserId).Distinct().ToListAsync(cancellationToken);
        var ids = content.People.Union(members).ToList();
        var people = await database.Users.Where(u => ids.Contains(u.Id)).OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new ArchivePerson(u.Id, u.DisplayName, members.Contains(u.Id) ? u.Email : null, members.Contains(u.Id)))
            .ToListAsync(cancellationToken);
        await WriteAsync(package, "people", ArchivePerson.Columns, () => Many(people), cancellationToken);

        var bodies = await database.ScrutinyBodies.Where(b => content.Bodies.Contains(b.Id)).OrderBy(b => b.Name)
            .Select(b => new ArchiveBody(b.Id, b.Name, b.ShortName)).ToListAsync(cancellationToken);
        await WriteAsync(package, "scrutiny-bodies", ArchiveBody.Columns, () => Many(bodies), cancellationToken);
    }

    private static async Task WriteAsync(
        ArchivePackage package, string name, IReadOnlyList<IArchiveColumn> columns, Func<IAsyncEnumerable<object>> rows, CancellationToken cancellationToken)
    {
        await package.AddAsync($"tables/{name}.csv", stream => ArchiveTableWriter.WriteCsvAsync(stream, columns, rows(), cancellationToken), cancellationToken);
        await package.AddAsync($"tables/{name}.json", stream => ArchiveTableWriter.WriteJsonAsync(stream, columns, rows(), cancellationToken), cancellationToken);
    }

    private static async Task<int?> CopyAsync(byte[] bytes, Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(bytes, cancellationToken);
        return null;
    }

    private static IAsyncEnumerable<object> One(object row) => Many([row]);

    private static async IAsyncEnumerable<object> Many(IEnumerable<object> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
        }

        await Task.CompletedTask;
    }
}
