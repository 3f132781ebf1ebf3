namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotEntry(string? AgencyCode, string? AgencyName, string Text, string? DateText);
