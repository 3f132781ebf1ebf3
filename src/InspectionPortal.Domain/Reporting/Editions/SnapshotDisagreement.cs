namespace InspectionPortal.Domain.Reporting.Editions;

/// <summary>What spoke against a rating, and the answers to it, the newest last.</summary>
public sealed record SnapshotDisagreement(IReadOnlyList<string> Reasons, IReadOnlyList<SnapshotReply> Answers);
