namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotPrevious(string Title, DateOnly To, DateTimeOffset SubmittedAt, string Sha256);
