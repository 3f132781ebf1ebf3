using System.Globalization;
using System.Security.Cryptography;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Imports;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands;

/// <summary>
/// <c>import FILE --tenant SLUG [--dry-run] [--json]</c>: reads a plan and, unless it is a dry run, makes it the
/// partnership's. With <c>--json</c> standard output holds the one document of the contract and nothing else.
/// </summary>
public sealed record ImportCommand(string File, string Tenant, bool IsDryRun, bool IsJson)
{
    /// <summary>The command in the arguments after the verb; null where they are used wrongly.</summary>
    public static ImportCommand? Parse(ReadOnlySpan<string> args)
    {
        string? file = null, tenant = null;
        var (isDryRun, isJson) = (false, false);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--tenant" when tenant is null && i + 1 < args.Length && !args[i + 1].StartsWith('-'):
                    tenant = args[++i];
                    break;
                case "--dry-run" when !isDryRun:
                    isDryRun = true;
                    break;
                case "--json" when !isJson:
                    isJson = true;
                    break;
                case var word when file is null && !word.StartsWith('-'):
                    file = word;
                    break;
                default:
                    return null;
            }
        }

        return file is null || tenant is null ? null : new ImportCommand(file, tenant, isDryRun, isJson);
    }

    /// <summary>Runs it.</summary>
    /// <exception cref="ImportException">The file or the partnership is not there, or the file holds no plan.</exception>
    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var partnership = await PartnershipAsync(services, cancellationToken) ?? throw new ImportException($"There is no partnership '{Tenant}'.");
        var data = Bytes();
        var (read, told) = await services.GetRequiredService<PartnershipScopes>().RunAsync(
            partnership.Id, partnership.FirstLeadUserId, "Import",
            scope => scope.GetRequiredService<UnitOfWork>().RunAsync(token => ImportAsync(scope, partnership, data, token), cancellationToken));
        await Console.Out.WriteLineAsync(IsJson ? read.ToJson() : Told(read, told));
    }

    /// <summary>Reads the file and, unless it is a dry run, saves it; in the transaction of the scope.</summary>
    private async Task<(ImportResult Read, string? Told)> ImportAsync(IServiceProvider scope, Partnership partnership, byte[] data, CancellationToken cancellationToken)
    {
        var database = scope.GetRequiredService<PortalDbContext>();
        var importer = scope.GetRequiredService<PlanImporter>();
        var import = new PlanImport
        {
            FileName = EnglishText.Cut(Path.GetFileName(File), PlanImport.FileNameMaxLength),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(data)),
            Size = data.Length,
            PlanId = await database.Plans.OrderByDescending(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken),
            At = scope.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        import.NewPlanTitle = import.PlanId is null ? EnglishText.Cut(Path.GetFileNameWithoutExtension(File), PlanImport.FileNameMaxLength) : null;
        var earlier = ImportSource.Remembered(await ImportRunner.Earlier(database, import.Id).Select(i => i.Choices).ToListAsync(cancellationToken));
        if (!IsDryRun && await scope.GetRequiredService<StorageQuota>().RefusalAsync(data.Length, cancellationToken) is { } full)
        {
            throw new ImportException(full);
        }

        var source = new ImportSource(import.FileName, _ => Task.FromResult(data), import.Choices, earlier) { DoubtsLeads = true };
        var actor = ImportActor.Of(partnership, partnership.FirstLeadUserId);
        var newPlanId = Guid.CreateVersion7();
        var outlook = await importer.LookAsync(source, import.PlanId, newPlanId, actor, isTracked: !IsDryRun, cancellationToken);
        if (outlook.Error is { } error)
        {
            throw new ImportException(error);
        }

        if (IsDryRun)
        {
            return (outlook.Read, null);
        }

        if (outlook.Merged.Log.IsEmpty && import.PlanId is not null)
        {
            return (outlook.Read, "Nothing to import: the plan already contains everything in the file.");
        }

        database.Add(import);
        import.Pieces = outlook.Read.Pieces;
        await importer.SaveAsync(import, outlook, newPlanId, actor, ImportWork.Silently, cancellationToken);
        return (outlook.Read, $"Imported: {import.Done!.Told}.");
    }

    /// <summary>The file; cut off where it is too large, which its reading then says.</summary>
    private byte[] Bytes()
    {
        try
        {
            using var stream = System.IO.File.OpenRead(File);
            var bytes = new byte[Math.Min(stream.Length, ImportLimits.Bytes + 1)];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"The file {File} cannot be opened.", exception);
        }
    }

    private async Task<Partnership?> PartnershipAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Partnerships.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == Tenant, cancellationToken);
    }

    private string Told(ImportResult result, string? done)
    {
        var doubts = result.Issues.Where(i => i.Severity == ImportSeverity.Doubt).ToList();
        var projects = result.Plan.Projects.ToList();
        string[] first =
        [
            string.Create(CultureInfo.InvariantCulture, $"Read {result.Plan.Aims.Count} aims, {projects.Count} projects and {projects.Sum(p => p.SubActions.Count)} sub-actions. Please check {doubts.Count}."),
        ];
        return string.Join(
            Environment.NewLine,
            first.Concat(done is null ? [] : [done]).Concat(result.Columns.Select(c => $"Column '{c.Header}': {c.MappedTo ?? "left out"}")).Concat(doubts.Select(d => $"{d.Where}: {d.Message}")));
    }
}
