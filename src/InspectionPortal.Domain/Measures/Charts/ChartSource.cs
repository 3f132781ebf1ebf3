using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Measurement;

namespace InspectionPortal.Domain.Measures.Charts;

/// <summary>All of a measure that its chart is made from, as stored.</summary>
public sealed record ChartSource
{
    public int TenantId { get; init; }
    public Guid Id { get; init; }
    public Guid PlanId { get; init; }

    /// <summary>Its home where that is an aim.</summary>
    public Guid? AimId { get; init; }

    /// <summary>Its home where that is a driver.</summary>
    public Guid? DriverId { get; init; }

    /// <summary>Its home where that is a project.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>Further projects that look at it.</summary>
    public IReadOnlyList<Guid> UsedBy { get; init; } = [];

    public required string Title { get; init; }
    public MeasureKind Kind { get; init; }
    public MeasureDirection Direction { get; init; }
    public string? Unit { get; init; }
    public string? Frequency { get; init; }
    public ChartKind? Chart { get; init; }
    public RuleSet? Rules { get; init; }
    public int? BaselinePoints { get; init; }
    public bool ScreenMovingRanges { get; init; } = true;
    public bool IsIllustrative { get; init; }

    /// <summary>For a milestone, when it is to be delivered.</summary>
    public Deadline Deadline { get; init; } = Deadline.None;

    /// <summary>For a milestone, true where it was.</summary>
    public bool IsDelivered { get; init; }

    public IReadOnlyList<SourcePoint> Points { get; init; } = [];
    public IReadOnlyList<SourceTarget> Targets { get; init; } = [];
    public IReadOnlyList<SourceMark> Phases { get; init; } = [];
    public IReadOnlyList<SourceMark> Notes { get; init; } = [];

    /// <summary>
    /// Figures that can stand on a chart: dated, and with a number. In order of time, those of one day in the order they were entered.
    /// </summary>
    public IReadOnlyList<SourcePoint> Charted =>
        [.. Points.Where(p => p.Date is not null && p.HasNumber).OrderBy(p => p.Date).ThenBy(p => p.Position)];

    /// <summary>The rest: listed, and on no chart.</summary>
    public IReadOnlyList<SourcePoint> OffChart =>
        [.. Points.Where(p => p.Date is null || !p.HasNumber).OrderBy(p => p.Date).ThenBy(p => p.Position)];
}
