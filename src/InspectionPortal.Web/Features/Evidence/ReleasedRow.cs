using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Evidence;

public sealed record ReleasedRow(
    Guid ItemId, string Title, EvidenceForm Form, EvidenceType Kind, int Number, DateTimeOffset ReleasedAt, IReadOnlyList<ProvenItem> Proves);
