using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Data.Rows;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>
/// Makes a new partnership of an archive, all of it in the transaction of whoever asks, or nothing. Nobody can get into it by what the
/// archive holds: docs/decisions/0060-restoring-an-archive.md says what is restored and what is not.
/// </summary>
public sealed class ArchiveRestorer(
    PortalDbContext database, UnitOfWork unitOfWork, PartnershipScopes scopes, ChangeOrigin origin, EvidenceStore store,
    AuditVerifier verifier)
{
    private const int Portion = 1000;

    private const string NoFit =
        "The archive was not restored: its rows do not fit together. It was changed, or it is not whole.";

    /// <summary>Restores an archive as a partnership that does not exist yet.</summary>
    /// <param name="file">The archive; can be read back.</param>
    /// <param name="target">What it becomes. Its slug was found to be free.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Stops, and leaves nothing.</param>
    /// <exception cref="ArchiveException">It was changed, is not whole, or holds what this portal does not know.</exception>
    public async Task<RestoredPartnership> RestoreAsync(
        Stream file, RestoreTarget target, DateTimeOffset at, CancellationToken cancellationToken)
    {
        using var archive = await ArchiveReader.OpenAsync(file, target.Sha256, cancellationToken);
        Known(archive);
        var ids = await ClashingIdsAsync(archive, at, cancellationToken);
        var partnership = await PartnershipAsync(archive, target, cancellationToken);
        await unitOfWork.FoundAsync(partnership, cancellationToken);
        if (archive.Manifest.Number is { } number)
        {
            ids.Add(Key(number), Key(partnership.Id));
        }

        await foreach (var row in archive.RowsAsync("people", cancellationToken))
        {
            database.Add(RestoredPerson.Of(IdOf(row), row, ids));
        }

        await database.SaveChangesAsync(cancellationToken);
        return await FillAsync(partnership, archive, ids, at, cancellationToken);
    }

    /// <summary>Writes the rows and files of the archive into the new partnership.</summary>
    private async Task<RestoredPartnership> FillAsync(
        Partnership partnership, ArchiveReader archive, RestoredIds ids, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var evidence = new RestoredEvidence(store, archive, partnership.Id);
        try
        {
            origin.IsRestoring = true;
            var rows = await AddRowsAsync(archive, ids, evidence, cancellationToken);
            await SealAsync(partnership, archive, at, cancellationToken);
            await evidence.KeepAsync(cancellationToken);
            return new RestoredPartnership(partnership.Id, partnership.Name, rows, evidence.Count, evidence.Gaps);
        }
        catch (Exception wrong) when (wrong is RowException or DbUpdateException or ArchiveException)
        {
            evidence.Discard();
            throw wrong switch
            {
                RowException => new ArchiveException($"The archive was not restored: {wrong.Message}", wrong),
                DbUpdateException => new ArchiveException(NoFit, wrong),
                _ => wrong,
            };
        }
        finally
        {
            origin.IsRestoring = false;
        }
    }

    /// <summary>Holds the reports against what was approved, and writes down that all this came from an archive.</summary>
    private async Task SealAsync(Partnership partnership, ArchiveReader archive, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await verifier.VerifyReportsAsync(cancellationToken) is { } changed)
        {
            throw new ArchiveException($"The archive was not restored: {changed}.");
        }

        database.Add(Entry(partnership, archive, at));
        await database.SaveChangesAsync(cancellationToken);
    }

    private readonly RowFactory _factory = new((_, id) => id);

    private IReadOnlyList<IEntityType> Kinds => field ??= RestoreModel.Kinds(database.Model);

    private static string NameOf(IEntityType kind) => kind.GetTableName()!.Replace('_', '-');

    private static string ValueOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>A partnership's number in the shape of an id, as the audit has it.</summary>
    private static Guid Key(int id) => new(id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>A table that this portal does not know came from a newer one: leaving it out would lose what it holds.</summary>
    private void Known(ArchiveReader archive)
    {
        string[] others = ["partnership", "people", "scrutiny-bodies"];
        var known = ArchiveTables.Of(database.Model).Select(t => t.Name).Concat(others).ToHashSet(StringComparer.Ordinal);
        if (archive.Tables().FirstOrDefault(t => !known.Contains(t)) is { } strange)
        {
            throw new ArchiveException(
                $"The archive has a table that this portal does not know ({strange}). It was made by a newer version of the portal.");
        }
    }

    /// <summary>
    /// New ids for everything where another partnership of this portal has one of its plans, inspections or agencies; none otherwise.
    /// </summary>
    private async Task<RestoredIds> ClashingIdsAsync(
        ArchiveReader archive, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ids = new RestoredIds(at);
        var heads = new List<Guid>();
        foreach (var table in new[] { "plans", "inspections", "agencies" })
        {
            await foreach (var row in archive.RowsAsync(table, cancellationToken))
            {
                heads.Add(IdOf(row));
            }
        }

        var isThere = false;
        foreach (var tenant in await scopes.PartnershipsAsync(cancellationToken))
        {
            if (isThere)
            {
                break;
            }

            isThere = await scopes.TransactAsync(
                tenant, acting: null, "archive restore",
                async other => await other.Plans.AnyAsync(p => heads.Contains(p.Id), cancellationToken)
                    || await other.Inspections.AnyAsync(i => heads.Contains(i.Id), cancellationToken)
                    || await other.Agencies.AnyAsync(a => heads.Contains(a.Id), cancellationToken),
                cancellationToken);
        }

        foreach (var kind in isThere ? Kinds : [])
        {
            await foreach (var row in archive.RowsAsync(NameOf(kind), cancellationToken))
            {
                ids.Add(IdOf(row), ids.Next());
            }
        }

        return ids;
    }

    private static Guid IdOf(JsonElement row) =>
        row.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var guid)
        ? guid
        : throw new ArchiveException("The archive has a row without an id.");

    private async Task<Partnership> PartnershipAsync(ArchiveReader archive, RestoreTarget target, CancellationToken cancellationToken)
    {
        var partnership = new Partnership { Slug = target.Slug, Name = "" };
        var rows = 0;
        await foreach (var row in archive.RowsAsync("partnership", cancellationToken))
        {
            rows++;
            foreach (var property in database.Model.FindEntityType(typeof(Partnership))!.GetProperties()
                .Where(p => p.Name is not (nameof(Partnership.Id) or nameof(Partnership.Version)))
                .Where(p => !RestoreModel.Changed.ContainsKey((typeof(Partnership), p.Name))))
            {
                if (row.TryGetProperty(ValueOf(property.Name), out var value))
                {
                    property.PropertyInfo!.SetValue(partnership, Value(property, value));
                }
            }
        }

        partnership.Name = target.Name ?? partnership.Name;
        return rows == 1 && partnership.Name.Length > 0
            ? partnership
            : throw new ArchiveException("The archive does not say which partnership it is of.");
    }

    private static object? Value(IProperty property, JsonElement value)
    {
        try
        {
            return RowValue.Read(property, value);
        }
        catch (RowException wrong)
        {
            throw new ArchiveException($"The archive was not restored: {wrong.Message}", wrong);
        }
    }

    private async Task<int> AddRowsAsync(
        ArchiveReader archive, RestoredIds ids, RestoredEvidence evidence, CancellationToken cancellationToken)
    {
        var count = 0;
        var closed = new List<Guid>();
        foreach (var kind in Kinds)
        {
            var waiting = 0;
            await foreach (var found in archive.RowsAsync(NameOf(kind), cancellationToken))
            {
                var made = await MakeAsync(archive, kind, (found, ids.Replace(found)), cancellationToken);
                await TakeInAsync(made, found, evidence, closed, cancellationToken);
                count++;
                if (++waiting >= Portion && !RestoreModel.RefersToItself(kind))
                {
                    await SaveAsync(cancellationToken);
                    waiting = 0;
                }
            }

            await SaveAsync(cancellationToken);
        }

        foreach (var plan in await database.Plans.Where(p => closed.Contains(p.Id)).ToListAsync(cancellationToken))
        {
            database.Entry(plan).Property(p => p.State).CurrentValue = PlanState.Closed;
        }

        await SaveAsync(cancellationToken);
        return count;
    }

    private async Task TakeInAsync(
        TenantEntity made, JsonElement found, RestoredEvidence evidence, List<Guid> closed, CancellationToken cancellationToken)
    {
        if (made is EvidenceVersion version)
        {
            await evidence.AttachAsync(version, found, cancellationToken);
        }

        database.Add(made);
        if (made is Plan { State: PlanState.Closed } plan)
        {
            // Nothing comes into a plan that is closed: it is closed again at the end.
            database.Entry(plan).Property(p => p.State).CurrentValue = PlanState.Active;
            closed.Add(plan.Id);
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }

    /// <summary>The row, with the bytes that its table names by the place of their file.</summary>
    private async Task<TenantEntity> MakeAsync(
        ArchiveReader archive, IEntityType kind, (JsonElement Found, JsonElement Replaced) row, CancellationToken cancellationToken)
    {
        var values = row.Replaced.Deserialize<Dictionary<string, JsonElement>>()!;
        var bytes = kind.GetProperties().Where(p => p.ClrType == typeof(byte[]) && RestoreModel.Takes(p));
        foreach (var name in bytes.Select(p => ValueOf(p.Name)))
        {
            if (row.Found.TryGetProperty(name, out var path) && path.ValueKind == JsonValueKind.String)
            {
                values[name] = archive.Has(path.GetString()!)
                    ? JsonSerializer.SerializeToElement(await archive.BytesAsync(path.GetString()!, cancellationToken))
                    : throw new ArchiveException($"The archive does not have the file {path.GetString()}, which its tables name.");
            }
        }

        return _factory.Create(kind, name => values.TryGetValue(ValueOf(name), out var value) ? value : null, RestoreModel.Takes);
    }

    private static AuditEntry Entry(Partnership partnership, ArchiveReader archive, DateTimeOffset at) => new()
    {
        At = at,
        Action = AuditAction.Added,
        EntityType = "RestoredArchive",
        EntityId = Key(partnership.Id),
        Command = "archive restore",
        Changes = JsonSerializer.Serialize(
            new
            {
                From = new { before = (string?)null, after = archive.Manifest.Partnership },
                AsAt = new { before = (DateTimeOffset?)null, after = archive.Manifest.AsAt },
            },
            ColumnJson.Options),
    };
}
