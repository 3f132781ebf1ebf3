namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotPlan(Guid Id, string Title, string? Period);
