using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Joins a project to its linked rows.</summary>
internal sealed class PlanProjectBuilder(PlanRelatedRows rows, IReadOnlyList<Rating> key, DateOnly today)
{
    private const int EntryShown = 130;

    private readonly PlanSeries _series = new(rows, today);

    /// <summary>False where no column shows sub-actions: they are only asked whether they are late, and by whom.</summary>
    public bool ShowsSteps { get; init; } = true;

    /// <summary>False where no column shows measures: then their targets are left out.</summary>
    public bool ShowsTargets { get; init; } = true;

    public PlanProject Build(PlanProjectRow row)
    {
        var isFinished = row.NoActionNeededReason is not null || row.Status.IsFinished();
        var steps = rows.Steps[row.Id].Select(s => Step(s, isFinished)).ToList();
        var deadline = DeadlineNote.Of(row.Deadline, today, isFinished);
        return new PlanProject
        {
            Id = row.Id,
            DriverId = row.DriverId,
            Number = row.Number,
            Title = row.Title,
            Texts = row.Texts,
            Leads = [.. rows.Leads[row.Id]],
            Late = Lateness.Of(deadline, steps.Select(s => s.Note)),
            Owners = [.. rows.Steps[row.Id].SelectMany(s => s.Owners).DistinctBy(o => o.ResponsibilityId)],
            Forecast = row.Forecast.Text.Length == 0 ? null : DeadlineNote.Of(row.Forecast, today, isFinished),
            Due = row.Deadline.Due,
            ForecastDue = row.Forecast.Due,
            ExternalReference = row.ExternalReference,
            Status = row.Status,
            StatusReason = row.StatusReason,
            Rating = Rating.Find(key, row.Rag),
            Latest = row.Latest is null ? null : row.Latest with { Text = EnglishText.Cut(row.Latest.Text, EntryShown) },
            NoActionNeededReason = row.NoActionNeededReason,
            Source = row.Source,
            Steps = ShowsSteps ? steps : [],
            Notes = [.. rows.Notes[row.Id]],
            Measures = [.. rows.Measures[row.Id].Where(m => !m.Source.IsIllustrative).Select(m => Measure(m.Source))],
            Entries = [.. rows.Entries[row.Id].OrderByDescending(e => e.PeriodEnd ?? DateOnly.MinValue).Select(Entry)],
            Answers = Links(row),
            HasMeasures = rows.Measures.Contains(row.Id) || rows.MeasuresUsed.Contains(row.Id),
            Signs = _series.Of(row.Id),
            AwaitsReader = row.AwaitsReader,
            IsFound = row.IsFound,
        };
    }

    private PlanStep Step(PlanStepRow step, bool isFinished)
    {
        var names = step.Owners.Select(o => o.Name).ToList();
        var owners = Said(step.OwnersText) ?? Said(LeadName.Join(names));
        return new PlanStep(step.Category, step.Text, owners, Lateness.OfStep(step.Deadline, step.Status, today, isFinished))
        {
            OwnerNames = names,
            HasOwnersAsWritten = Said(step.OwnersText) is not null,
            Due = step.Deadline.Due,
            Status = step.Status,
        };
    }

    private PlanMeasure Measure(ChartSource measure) => new(
        measure.Id, measure.Title,
        [.. (ShowsTargets ? rows.Targets[measure.Id] : [])
            .OrderBy(t => t.By.SortKey ?? DateOnly.MaxValue).ThenBy(t => t.Value)
            .Select(t => (Text: FigureFormat.Of(t.Value, Said(measure.Unit)), t.By))
            .Select(t => t.By.Text.Length == 0 ? t.Text : $"{t.Text} by {t.By.Text}")],
        measure.Deadline.Text);

    private static PlanEntry Entry(PlanEntryRow entry) => new(
        entry.Text, Said(entry.DateText), Said(entry.AgencyCode), Said(entry.AgencyName), Said(entry.Period),
        entry.State is null or UpdateState.Accepted);

    private List<PlanLink> Links(PlanProjectRow row)
    {
        var own = rows.Links[row.Id].Concat(row.DriverId is { } driver ? rows.Links[driver] : []).Concat(rows.Links[row.AimId]);
        return [.. own.OrderBy(l => l.Basis == LinkBasis.Inferred).DistinctBy(l => l.RecommendationId).OrderBy(l => l.Position)
            .Select(l => new PlanLink(l.RecommendationId, l.Number, l.Basis == LinkBasis.Inferred))];
    }

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
