using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>A released item of evidence.</summary>
internal sealed record ReleasedEvidence(Guid Id, string Title, EvidenceType Kind, DateTimeOffset? ReleasedAt);
