using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Imports.Merging;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>What a file will become; or what it became.</summary>
[Requires(Permission.EditPlan)]
public sealed record ShowImport(Guid Id, bool ShowsAll = false) : IQuery<ImportPage>
{
    /// <summary>What was just chosen and could not be kept: the page shows it chosen still.</summary>
    internal ImportForm? Chosen { get; init; }
}

/// <summary>The job that brings an import in or undoes it, or did.</summary>
public sealed record ImportJobState(JobKind Kind, JobState State, int Done, int Total, string? Words, string? Failure, DateTimeOffset AskedAt, DateTimeOffset? EndedAt)
{
    private const int Bars = 10;

    public bool IsUnderWay => State is JobState.Waiting or JobState.Running;

    /// <summary>How many of ten parts are done; null while nobody knows.</summary>
    public int? Tenths => Total == 0 ? null : Math.Min(Bars, Done * Bars / Total);
}

/// <summary>An import on its page.</summary>
public sealed class ImportPage
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public required ImportState State { get; init; }
    public required string? PlanTitle { get; init; }
    public required bool IsNewPlan { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? BroughtInAt { get; init; }
    public DateTimeOffset? UndoneAt { get; init; }
    public string? Told { get; init; }

    /// <summary>How many deadlines it moved; that they did is kept when it is undone.</summary>
    public int Slips { get; init; }

    /// <summary>True where the week is over and nothing was brought in.</summary>
    public bool IsOver { get; init; }

    /// <summary>The latest job on it; null where there was none.</summary>
    public ImportJobState? Job { get; init; }

    /// <summary>How it will look; null once it is decided, and while a job works on it.</summary>
    public ImportLook? Look { get; init; }
}

/// <summary>The plan as it will be, with all there is to say and to choose.</summary>
public sealed class ImportLook
{
    /// <summary>Rows drawn until somebody asks for all.</summary>
    public const int FirstRows = 50;

    public required string Fingerprint { get; init; }
    public required IReadOnlyList<ImportIssue> Doubts { get; init; }
    public required IReadOnlyList<ImportIssue> Infos { get; init; }
    public required IReadOnlyList<ImportedColumn> Columns { get; init; }
    public required IReadOnlyList<ImportedTable> Tables { get; init; }
    public required IReadOnlyList<UnknownLead> Leads { get; init; }
    public required IReadOnlyList<ResponsibilityOption> Responsibilities { get; init; }
    public required IReadOnlyList<MergedRow> Rows { get; init; }
    public required int RowCount { get; init; }
    public required IReadOnlyList<string> NotInFile { get; init; }
    public required IReadOnlyDictionary<MergeKind, int> Found { get; init; }

    /// <summary>What bringing it in does, in words; empty where nothing changes.</summary>
    public required string Told { get; init; }

    public required bool IsEmpty { get; init; }
    public required int Steps { get; init; }

    /// <summary>What was just chosen for columns, by their keys, and could not be kept.</summary>
    public Dictionary<string, string> ChosenColumns { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same for names.</summary>
    public Dictionary<string, string> ChosenLeads { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same for doubts, by the keys of their questions.</summary>
    public Dictionary<string, string> ChosenReadings { get; } = new(StringComparer.Ordinal);

    /// <summary>The same for the table.</summary>
    public string? ChosenTable { get; set; }

    /// <summary>How sure the portal is, in a sentence.</summary>
    public string Sure => DoubtCount switch
    {
        0 => "The portal is sure of all of it.",
        1 => "The portal is unsure about 1 place; it does not stop the import.",
        _ => $"The portal is unsure about {Words.Count(DoubtCount, "place")}; none stops the import.",
    };

    /// <summary>How many things want a look.</summary>
    public int DoubtCount => Doubts.Count + Leads.Count;
}

public sealed record ResponsibilityOption(Guid Id, string Name);

internal sealed class ShowImportHandler(PortalDbContext database, PlanImporter importer, CurrentSession current, TimeProvider time) : IRequestHandler<ShowImport, ImportPage?>
{
    public async Task<ImportPage?> Handle(ShowImport query, CancellationToken cancellationToken)
    {
        // One command for the import and for the choices of those before it.
        var rows = await database.PlanImports.AsNoTracking()
            .Where(i => i.Id == query.Id || i.State == ImportState.BroughtIn || i.State == ImportState.Undone)
            .OrderByDescending(i => i.Id == query.Id).ThenByDescending(i => i.At).Take(ImportSource.RememberedImports + 1)
            .Select(i => new
            {
                Import = new { i.Id, i.FileName, i.State, i.PlanId, i.NewPlanTitle, i.At, i.BroughtInAt, i.UndoneAt, i.Choices },
                Plan = i.Plan!.Title,
                Data = i.Id == query.Id ? i.Data : null,
                Done = i.Id == query.Id ? i.Done : null,
                Job = i.Id != query.Id ? null : database.PartnershipJobs.Where(j => j.Id == i.JobId)
                    .Select(j => new ImportJobState(j.Kind, j.State, j.StepsDone, j.StepsTotal, j.StepWords, j.Failure, j.AskedAt, j.FinishedAt)).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0 || rows[0].Import.Id != query.Id)
        {
            return null;
        }

        var (import, data, job) = (rows[0].Import, rows[0].Data, rows[0].Job);
        var isOver = import.State == ImportState.Read && (data is null || time.GetUtcNow() >= import.At + PlanImport.Kept);
        ImportLook? look = null;
        if (import.State == ImportState.Read && !isOver && job is not { IsUnderWay: true })
        {
            var source = new ImportSource(import.FileName, data!, import.Choices, ImportSource.Remembered(rows.Skip(1).Select(r => r.Import.Choices)));
            look = await LookAsync(source, import.PlanId, query.ShowsAll, cancellationToken);
            query.Chosen?.Mark(look);
        }

        return new ImportPage
        {
            Id = import.Id,
            FileName = import.FileName,
            State = import.State,
            PlanTitle = rows[0].Plan ?? import.NewPlanTitle,
            IsNewPlan = import.PlanId is null,
            At = import.At,
            BroughtInAt = import.BroughtInAt,
            UndoneAt = import.UndoneAt,
            Told = rows[0].Done?.Told,
            Slips = rows[0].Done?.Added.GetValueOrDefault(nameof(Projects.DeadlineSlip))?.Count ?? 0,
            IsOver = isOver,
            Job = job,
            Look = look,
        };
    }

    private async Task<ImportLook> LookAsync(ImportSource source, Guid? planId, bool showsAll, CancellationToken cancellationToken)
    {
        var actor = ImportActor.Of(current);
        var (outlook, responsibilities) = await importer.PreviewAsync(source, planId, actor, cancellationToken);
        var (read, merged) = (outlook.Read, outlook.Merged);
        var issues = read.Issues.Concat(merged.Issues).ToList();
        var doubts = issues.Where(i => i.Severity != ImportSeverity.Info).ToList();
        var counts = doubts.CountBy(d => d.Where).ToDictionary(StringComparer.Ordinal);
        foreach (var row in merged.Rows.Where(r => r.Source.Length > 0))
        {
            row.Doubts = counts.GetValueOrDefault(row.Source);
        }

        return new ImportLook
        {
            Fingerprint = outlook.Fingerprint,
            Doubts = [.. ImportPlaces.Together(doubts).OrderByDescending(d => d.Ask is not null)],
            Infos = ImportPlaces.Together([.. issues.Where(i => i.Severity == ImportSeverity.Info)]),
            Columns = read.Columns,
            Tables = read.Tables,
            Leads = merged.UnknownLeads,
            Responsibilities = responsibilities,
            Rows = showsAll ? merged.Rows : [.. merged.Rows.Take(ImportLook.FirstRows)],
            RowCount = merged.Rows.Count,
            NotInFile = merged.NotInFile,
            Found = merged.Rows.CountBy(r => r.Kind).ToDictionary(),
            Told = ImportTold.Of(merged.Rows),
            IsEmpty = merged.Log.IsEmpty,
            Steps = merged.Rows.Sum(r => r.Steps.Count),
        };
    }
}
