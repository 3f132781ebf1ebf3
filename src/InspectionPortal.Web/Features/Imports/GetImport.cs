using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>What a file will become; or what it became.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetImport(Guid Id, bool ShowsAll = false) : IQuery<ImportPage>
{
    /// <summary>What was just chosen and could not be kept: the page shows it chosen still.</summary>
    internal ImportForm? Chosen { get; init; }
}

internal sealed class GetImportHandler(PortalDbContext database, PlanImporter importer, CurrentSession current, TimeProvider time) : IRequestHandler<GetImport, ImportPage?>
{
    public async Task<ImportPage?> Handle(GetImport query, CancellationToken cancellationToken)
    {
        // One command for the import and for the choices of those before it.
        var rows = await database.PlanImports.AsNoTracking()
            .Where(i => i.Id == query.Id || i.State == ImportState.BroughtIn || i.State == ImportState.Undone)
            .OrderByDescending(i => i.Id == query.Id).ThenByDescending(i => i.At).Take(ImportSource.RememberedImports + 1)
            .Select(i => new
            {
                Import = new { i.Id, i.FileName, i.State, i.PlanId, i.NewPlanTitle, i.At, i.BroughtInAt, i.UndoneAt, i.Choices, i.Pieces, i.ReadingKey },
                Plan = i.Plan!.Title,
                HasData = i.Id == query.Id && i.Data != null,
                Reading = i.Id == query.Id ? i.Reading : null,
                Done = i.Id == query.Id ? i.Done : null,
                Job = i.Id != query.Id ? null : database.PartnershipJobs.Where(j => j.Id == i.JobId)
                    .Select(j => new ImportJobState(j.Kind, j.State, j.StepsDone, j.StepsTotal, j.StepWords, j.Failure, j.AskedAt, j.FinishedAt)).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0 || rows[0].Import.Id != query.Id)
        {
            return null;
        }

        var (import, job) = (rows[0].Import, rows[0].Job);
        var isOver = import.State == ImportState.Read && (!rows[0].HasData || time.GetUtcNow() >= import.At + PlanImport.Kept);
        ImportPreviewPage? look = null;
        StoredReading? fresh = null;
        string? problem = null;
        if (import.State == ImportState.Read && !isOver && job is not { IsUnderWay: true })
        {
            var source = new ImportSource(import.FileName, token => DataAsync(import.Id, token), import.Choices, ImportSource.Remembered(rows.Skip(1).Select(r => r.Import.Choices)))
            {
                Stored = ImportSource.StoredOf(import.ReadingKey, rows[0].Reading),
                Pieces = import.Pieces,
            };
            try
            {
                (look, fresh) = await LookAsync(source, (import.PlanId, import.NewPlanTitle), query.ShowsAll, cancellationToken);
                query.Chosen?.Mark(look);
            }
            catch (ImportException unreadable)
            {
                problem = unreadable.Message;
            }
        }

        return new ImportPage
        {
            Id = import.Id,
            FileName = import.FileName,
            State = import.State,
            PlanTitle = rows[0].Plan ?? look?.NewTitle ?? import.NewPlanTitle,
            PlanId = import.PlanId,
            IsNewPlan = import.PlanId is null,
            At = import.At,
            BroughtInAt = import.BroughtInAt,
            UndoneAt = import.UndoneAt,
            Told = rows[0].Done?.Told,
            Slips = rows[0].Done?.Added.GetValueOrDefault(nameof(DeadlineSlip))?.Count ?? 0,
            IsOver = isOver,
            Job = job,
            Look = look,
            Fresh = fresh,
            WhyFinal = rows[0].Done is { } ended ? ImportUndoer.WhyFinal(ended) : null,
            Problem = problem,
        };
    }

    private const string WordsAlone =
        "The file carries a copy of the plan it came from. That is for a new plan: into a plan that exists, only the words of the file "
        + "are imported.";

    private Task<byte[]> DataAsync(Guid id, CancellationToken cancellationToken) =>
        database.PlanImports.Where(i => i.Id == id).Select(i => i.Data!).SingleAsync(cancellationToken);

    private async Task<(ImportPreviewPage Look, StoredReading? Fresh)> LookAsync(
        ImportSource source, (Guid? Plan, string? NewTitle) into, bool showsAll, CancellationToken cancellationToken)
    {
        var actor = ImportActor.Of(current);
        var (outlook, responsibilities) = await importer.PreviewAsync(source, into.Plan, actor, cancellationToken);
        var (read, merged) = (outlook.Read, outlook.Merged);
        var issues = read.Issues.Concat(merged.Issues).ToList();
        if (into.Plan is not null && read.Copy is not null)
        {
            issues.Add(new ImportIssue("File", ImportSeverity.Info, WordsAlone));
        }

        var doubts = issues.Where(i => i.Severity != ImportSeverity.Info).ToList();
        var counts = doubts.CountBy(d => d.Where).ToDictionary(StringComparer.Ordinal);
        foreach (var row in merged.Rows.Where(r => r.Source.Length > 0))
        {
            row.Doubts = counts.GetValueOrDefault(row.Source);
        }

        var look = new ImportPreviewPage
        {
            Fingerprint = outlook.Fingerprint,
            Doubts = [.. ImportPlaces.Together(doubts).OrderByDescending(d => d.Ask is not null)],
            Infos = ImportPlaces.Together([.. issues.Where(i => i.Severity == ImportSeverity.Info)]),
            Columns = read.Columns,
            Tables = read.Tables,
            Leads = merged.UnknownLeads,
            Responsibilities = responsibilities,
            Rows = showsAll ? merged.Rows : [.. merged.Rows.Take(ImportPreviewPage.FirstRows)],
            RowCount = merged.Rows.Count,
            NotInFile = merged.NotInFile,
            Found = merged.Rows.CountBy(r => r.Kind).ToDictionary(),
            Told = ImportSummary.Of(merged.Rows),
            IsEmpty = merged.Log.IsEmpty,
            Steps = merged.Rows.Sum(r => r.Steps.Count),
            Copied = ImportCopiedPage.Of(outlook.Copied),
            NewTitle = outlook.Copied?.TitleFor(into.NewTitle, source.FileName),
        };
        return (look, outlook.Fresh);
    }
}
