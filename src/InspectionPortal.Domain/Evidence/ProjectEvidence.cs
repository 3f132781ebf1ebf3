namespace InspectionPortal.Domain.Evidence;

/// <summary>Something that shows a claim about the project is true.</summary>
public sealed record ProjectEvidence(Guid Id, string Title, EvidenceType Kind, bool IsReleased, DateTimeOffset AddedAt);
