namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>What the partnership lead answered in words, to which of the portal's sentences.</summary>
public sealed record SnapshotReply(string About, string Text, DateTimeOffset At);
