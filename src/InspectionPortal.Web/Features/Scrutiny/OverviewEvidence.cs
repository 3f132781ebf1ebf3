using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record OverviewEvidence(Guid ItemId, string Title, EvidenceType Kind, DateTimeOffset ReleasedAt);
