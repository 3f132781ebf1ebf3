namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>An agency whose chief officer must have approved the report.</summary>
public sealed record SnapshotSigningAgency(Guid Id, string Name);
