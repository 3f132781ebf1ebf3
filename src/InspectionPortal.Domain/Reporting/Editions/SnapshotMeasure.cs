using InspectionPortal.Domain.Measures;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotMeasure
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required MeasureKind Kind { get; init; }
    public required string? Unit { get; init; }
    public required MeasureDirection Direction { get; init; }
    public required string? Baseline { get; init; }
    public required string? AimNumber { get; init; }
    public required string? ProjectNumber { get; init; }
    public required SnapshotDeadline Deadline { get; init; }
    public required IReadOnlyList<SnapshotTarget> Targets { get; init; }
    public required IReadOnlyList<SnapshotPoint> Points { get; init; }

    /// <summary>What the figures said; null in quarters from before signals were read.</summary>
    public SnapshotReading? Reading { get; init; }

    /// <summary>Its gravest signal, where it had one.</summary>
    public SignalKind? Worst() => Reading?.Signals is [{ } gravest, ..] ? gravest.Kind : null;
}
