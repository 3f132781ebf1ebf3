namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotSlip(SnapshotDeadline From, SnapshotDeadline To, string Reason, DateTimeOffset At);
