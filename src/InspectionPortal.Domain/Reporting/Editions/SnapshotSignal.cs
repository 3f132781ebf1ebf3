using InspectionPortal.Domain.Measures;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotSignal(SignalKind Kind, string Sentence);
