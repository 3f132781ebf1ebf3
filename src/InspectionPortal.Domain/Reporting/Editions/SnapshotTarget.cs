namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotTarget(decimal Value, SnapshotDeadline By);
