using System.Globalization;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Measures.Charts;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

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
        ({ } day, null) => $"Delivered {DayWords.Full(day)}",
        ({ } day, _) => $"Delivered {DayWords.Full(day)}: {DoneText}",
        _ => $"Delivered: {DoneText}",
    };

    /// <summary>Targets, the earliest first.</summary>
    public IReadOnlyList<TargetRow> Targets => [.. TargetsAsEntered.OrderBy(t => t.By.SortKey ?? DateOnly.MaxValue).ThenBy(t => t.Value)];

    /// <summary>Figures, the newest first; those without a date after them, in the order of the source.</summary>
    public IReadOnlyList<PointRow> Points => [.. PointsAsEntered.OrderByDescending(p => p.Date ?? DateOnly.MinValue).ThenBy(p => p.Position)];
}

/// <summary>How a measure's chart is read.</summary>
public sealed record ChartFacts(MeasureDirection Direction, string? Frequency, ChartKind? Chart, RuleSet? Rules, int? BaselinePoints, bool ScreenMovingRanges);

/// <summary>A value to be reached by a date.</summary>
public sealed record TargetRow(Guid Id, decimal Value, Deadline By);

/// <summary>A figure as written.</summary>
public sealed record PointRow(
    Guid Id, DateOnly? Date, string? DateText, string ValueText, string? ChangeText, decimal? Numerator, decimal? Denominator, string? Note,
    int Position, SourceNote Source, bool IsExcluded, string? ExcludedReason, decimal? Value)
{
    /// <summary>Its date as written, else its day; null where no date is stated.</summary>
    public string? When => DateText ?? (Date is { } day ? DayWords.Full(day) : null);
}

/// <summary>How a value reads with its unit: "50%", "12 children".</summary>
internal static class FigureWords
{
    public static string Of(decimal value, string? unit)
    {
        var number = value.ToString("0.####", CultureInfo.InvariantCulture);
        return unit switch
        {
            null => number,
            "%" => $"{number}%",
            _ => $"{number} {unit}",
        };
    }
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
