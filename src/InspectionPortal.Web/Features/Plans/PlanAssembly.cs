using System.Globalization;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A project as it was read, before what hangs on it is joined to it.</summary>
internal sealed class PlanRow
{
    public Guid Id { get; init; }
    public Guid AimId { get; init; }
    public Guid? DriverId { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required PlanTexts Texts { get; init; }
    public required Deadline Deadline { get; init; }
    public required Deadline Forecast { get; init; }
    public ProjectStatus Status { get; init; }
    public string? StatusReason { get; init; }
    public string? Rag { get; init; }
    public string? ExternalReference { get; init; }
    public string? NoActionNeededReason { get; init; }
    public required SourceNote Source { get; init; }
    public PlanEntry? Latest { get; init; }
    public bool AwaitsReader { get; init; }
    public bool IsFound { get; init; }
}

/// <summary>Joins a project to what hangs on it.</summary>
internal sealed class PlanAssembly(
    ILookup<(PieceKind, Guid), Piece> pieces, ILookup<(PieceKind, Guid), DatedPiece> dated, IReadOnlyList<Rating> key, DateOnly today)
{
    private const int EntryShown = 130;

    private readonly PlanSeries _series = new(pieces, dated, today);

    /// <summary>False where no column shows sub-actions: they are only asked whether they are late, and by whom.</summary>
    public bool ShowsSteps { get; init; } = true;

    public PlanProject Row(PlanRow row)
    {
        var isFinished = row.NoActionNeededReason is not null || DeadlineNote.IsFinished(row.Status);
        var steps = dated[(PieceKind.Step, row.Id)].Select(s => Step(s, isFinished)).ToList();
        var deadline = DeadlineNote.Of(row.Deadline, today, isFinished);
        return new PlanProject
        {
            Id = row.Id,
            DriverId = row.DriverId,
            Number = row.Number,
            Title = row.Title,
            Texts = row.Texts,
            Leads = [.. pieces[(PieceKind.Lead, row.Id)].Select(p => new LeadName(p.Item, p.Words, Named<LeadKind>(p.State)))],
            Late = Lateness.Of(deadline, steps.Select(s => s.Note)),
            Owners = [.. dated[(PieceKind.Step, row.Id)].SelectMany(s => pieces[(PieceKind.Owner, s.Item)]).DistinctBy(o => o.Item).Select(o => new LeadName(o.Item, o.Words, LeadKind.Lead))],
            Forecast = row.Forecast.Text.Length == 0 ? null : DeadlineNote.Of(row.Forecast, today, isFinished),
            Due = row.Deadline.Due,
            ForecastDue = row.Forecast.Due,
            ExternalReference = row.ExternalReference,
            Status = row.Status,
            StatusReason = row.StatusReason,
            Rating = Rating.Find(key, row.Rag),
            Latest = row.Latest is null ? null : row.Latest with { Text = Words.Cut(row.Latest.Text, EntryShown) },
            NoActionNeededReason = row.NoActionNeededReason,
            Source = row.Source,
            Steps = ShowsSteps ? steps : [],
            Notes = [.. pieces[(PieceKind.Note, row.Id)].Select(n => new PlanNote(Named<SubActionCategory>(n.State), n.Words))],
            Measures = [.. dated[(PieceKind.Measure, row.Id)].Select(Measure)],
            Entries = [.. pieces[(PieceKind.Entry, row.Id)].OrderByDescending(e => e.PeriodEnd ?? DateOnly.MinValue).Select(Entry)],
            Answers = Links(row),
            Signs = _series.Of(row.Id),
            AwaitsReader = row.AwaitsReader,
            IsFound = row.IsFound,
        };
    }

    private PlanStep Step(DatedPiece step, bool isFinished)
    {
        var status = Named<ProjectStatus>(step.State);
        var names = pieces[(PieceKind.Owner, step.Item)].Select(o => o.Words).ToList();
        var owners = Said(step.More) ?? Said(string.Join(", ", names));
        return new PlanStep(
            Named<SubActionCategory>(step.Category), step.Words, owners, Lateness.OfStep(step.Deadline, status, today, isFinished))
        {
            OwnerNames = names,
            HasOwnersAsWritten = Said(step.More) is not null,
            Due = step.Deadline.Due,
            Status = status,
        };
    }

    private PlanMeasure Measure(DatedPiece measure) => new(
        measure.Item, measure.Words,
        [.. dated[(PieceKind.Target, measure.Item)]
            .Select(t => (Value: decimal.Parse(t.Words, CultureInfo.InvariantCulture), Unit: Said(t.More), t.Deadline))
            .OrderBy(t => t.Deadline.SortKey ?? DateOnly.MaxValue).ThenBy(t => t.Value)
            .Select(t => t.Deadline.Text.Length == 0 ? FigureWords.Of(t.Value, t.Unit) : $"{FigureWords.Of(t.Value, t.Unit)} by {t.Deadline.Text}")],
        measure.Deadline.Text);

    private static PlanEntry Entry(Piece entry)
    {
        var who = entry.Who?.Split('\n') ?? [];
        return new PlanEntry(
            entry.Words, Said(entry.More), Said(who.FirstOrDefault()), Said(who.LastOrDefault()), Said(entry.Period),
            Said(entry.State) is null or nameof(UpdateState.Accepted));
    }

    private List<PlanLink> Links(PlanRow row)
    {
        var own = pieces[(PieceKind.Link, row.Id)]
            .Concat(row.DriverId is { } driver ? pieces[(PieceKind.Link, driver)] : [])
            .Concat(pieces[(PieceKind.Link, row.AimId)]);
        return [.. own.OrderBy(l => l.State == nameof(LinkBasis.Inferred)).DistinctBy(l => l.Item).OrderBy(l => l.Position)
            .Select(l => new PlanLink(l.Item, l.Words, l.State == nameof(LinkBasis.Inferred)))];
    }

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static T Named<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var known) ? known : default;
}
