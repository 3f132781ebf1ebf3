namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotPoint(DateOnly? Date, string? DateText, decimal? Value, string ValueText, string? ChangeText);
