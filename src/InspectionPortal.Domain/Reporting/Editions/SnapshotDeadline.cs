using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotDeadline(string Text, DeadlineKind Kind, DateOnly? Due);
