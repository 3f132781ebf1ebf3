namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotPeriod(Guid Id, string Title, DateOnly From, DateOnly To, DateOnly DueOn, DateOnly? MeetingOn);
