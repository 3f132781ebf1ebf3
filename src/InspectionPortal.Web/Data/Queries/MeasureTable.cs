using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>A measure with its targets and figures, as a table. Nothing is derived from what is written.</summary>
public sealed record MeasureTable(
    Guid Id, bool IsIllustrative, string Title, MeasureKind Kind, string? Definition, string? Unit, string? Baseline, Deadline Deadline, string? ExternalReference,
    SourceNote Source, DateOnly? DoneOn, string? DoneText, List<TargetRow> TargetsAsEntered, List<PointRow> PointsAsEntered,
    ChartFacts Read, List<SourceMark> PhasesAsEntered)
{
    /// <summary>What its chart is made from, without notes.</summary>
    public ChartSource ToSource() => new()
    {
        Id = Id,
        Title = Title,
        Kind = Kind,
        Unit = Unit,
        IsIllustrative = IsIllustrative,
        Deadline = Deadline,
        IsDelivered = DoneOn is not null || DoneText is not null,
        Direction = Read.Direction,
        Frequency = Read.Frequency,
        Chart = Read.Chart,
        Rules = Read.Rules,
        BaselinePoints = Read.BaselinePoints,
        ScreenMovingRanges = Read.ScreenMovingRanges,
        Points = [.. PointsAsEntered.Select(p => new SourcePoint(p.Id, p.Date, p.Value, p.Numerator, p.Denominator, p.IsExcluded, p.ValueText, p.Position))],
        Targets = [.. TargetsAsEntered.Select(t => new SourceTarget(t.Id, t.Value, t.By.Due, t.By.Text))],
        Phases = PhasesAsEntered,
    };

    /// <summary>When it is due and what it refers to, as written; empty where neither is given.</summary>
    public string Terms
    {
        get
        {
            var due = Kind == MeasureKind.Milestone ? $"Milestone: {Deadline.Text}" : $"Due: {Deadline.Text}";
            var reference = ExternalReference is null ? null : $"Reference: {ExternalReference}";
            return string.Join(" · ", new[] { Deadline.Text.Length > 0 ? due : null, Done, reference }.Where(t => t is not null));
        }
    }

    /// <summary>For a milestone, when and as what it was delivered; null while it is not.</summary>
    public string? Done => (DoneOn, DoneText) switch
    {
        (null, null) => null,
        ({ } day, null) => $"Delivered {DateFormat.Full(day)}",
        ({ } day, _) => $"Delivered {DateFormat.Full(day)}: {DoneText}",
        _ => $"Delivered: {DoneText}",
    };

    /// <summary>Targets, the earliest first.</summary>
    public IReadOnlyList<TargetRow> Targets => [.. TargetsAsEntered.OrderBy(t => t.By.SortKey ?? DateOnly.MaxValue).ThenBy(t => t.Value)];

    /// <summary>Figures, the newest first; those without a date after them, in the order of the source.</summary>
    public IReadOnlyList<PointRow> Points =>
        [.. PointsAsEntered.OrderByDescending(p => p.Date ?? DateOnly.MinValue).ThenBy(p => p.Position)];
}

/// <summary>Reads measures with their targets and figures in one command.</summary>
internal static class MeasureTables
{
    public static Task<List<MeasureTable>> OfProjectAsync(PortalDbContext database, Guid projectId, CancellationToken cancellationToken) =>
        Tables(OfProject(database, projectId)).ToListAsync(cancellationToken);

    /// <summary>Those whose home the project is, and those that it looks at.</summary>
    public static IQueryable<Measure> OfProject(PortalDbContext database, Guid projectId) =>
        database.Measures.Where(m => m.ProjectId == projectId || m.Uses.Any(u => u.ProjectId == projectId));

    public static IQueryable<MeasureTable> Tables(IQueryable<Measure> measures) =>
        measures.AsNoTracking().OrderBy(m => m.Position).ThenBy(m => m.Id).Select(m => new MeasureTable(
            m.Id, m.IsIllustrative, m.Title, m.Kind, m.Definition, m.Unit, m.Baseline, m.Deadline, m.ExternalReference, m.Source, m.DoneOn, m.DoneText,
            m.Targets.Select(t => new TargetRow(t.Id, t.Value, t.By)).ToList(),
            m.Points.Select(p => new PointRow(
                p.Id, p.Date, p.DateText, p.ValueText, p.ChangeText, p.Numerator, p.Denominator, p.Note, p.Position, p.Source, p.IsExcluded, p.ExcludedReason, p.Value)).ToList(),
            new ChartFacts(m.Direction, m.Frequency, m.Chart, m.Rules, m.BaselinePoints, m.ScreenMovingRanges),
            m.Phases.Select(p => new SourceMark(p.Id, p.StartsOn, p.Reason)).ToList()));
}
