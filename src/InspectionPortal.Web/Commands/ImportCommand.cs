using System.Globalization;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Imports;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.People;
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
        var tenantId = await TenantAsync(services, cancellationToken);
        var hints = await services.GetRequiredService<PartnershipScopes>().TransactAsync(
            tenantId, acting: null, "import", database => HintsAsync(database, cancellationToken), cancellationToken);
        var result = Read(hints);
        if (result.Issues.FirstOrDefault(i => i.Severity == ImportSeverity.Error) is { } error)
        {
            throw new ImportException(error.Message);
        }

        if (!IsDryRun)
        {
            await new PlanImporter().SaveAsync(result, cancellationToken);
        }

        await Console.Out.WriteLineAsync(IsJson ? result.ToJson() : Told(result));
    }

    private ImportResult Read(ImportHints hints)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(File);
            return PlanReader.Read(stream, Path.GetFileName(File), hints);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"The file {File} cannot be opened.", exception);
        }
    }

    private async Task<int> TenantAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var partnerships = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Partnerships;
        return (await partnerships.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == Tenant, cancellationToken))?.Id
            ?? throw new ImportException($"There is no partnership '{Tenant}'.");
    }

    private async Task<ImportHints> HintsAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        var responsibilities = await database.Set<LeadResponsibility>().AsNoTracking().ToListAsync(cancellationToken);
        var agencies = await database.Set<Agency>().AsNoTracking().Select(a => new { a.Name, a.Code }).ToListAsync(cancellationToken);
        var recommendations = await database.Set<Recommendation>().AsNoTracking().OrderBy(r => r.Position)
            .Select(r => new KnownRecommendation(r.Number, r.Text)).ToListAsync(cancellationToken);
        var own = await database.Partnerships.AsNoTracking().FirstAsync(p => p.Slug == Tenant, cancellationToken);
        return new ImportHints
        {
            Layout = own.Layout,
            Vocabulary = own.Vocabulary,
            Responsibilities = responsibilities.SelectMany(r => r.AlsoWritten.Prepend(r.Name)).ToList(),
            Agencies = agencies.SelectMany(a => new[] { a.Name, a.Code }).ToList(),
            Recommendations = recommendations,
        };
    }

    private string Told(ImportResult result)
    {
        var doubts = result.Issues.Where(i => i.Severity == ImportSeverity.Doubt).ToList();
        var projects = result.Plan.Projects.ToList();
        string[] first =
        [
            string.Create(CultureInfo.InvariantCulture, $"{(IsDryRun ? "Read" : "Imported")} {result.Plan.Aims.Count} aims, {projects.Count} projects and {projects.Sum(p => p.SubActions.Count)} sub-actions, with {doubts.Count} doubts."),
        ];
        return string.Join(
            Environment.NewLine,
            first.Concat(result.Columns.Select(c => $"Column '{c.Header}': {c.MappedTo ?? "left out"}")).Concat(doubts.Select(d => $"{d.Where}: {d.Message}")));
    }
}
