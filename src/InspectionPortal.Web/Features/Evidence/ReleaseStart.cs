using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Evidence;

public sealed record ReleaseStart(
    Guid ItemId, string Title, EvidenceClassification Classification, bool HasPersonalData, EvidenceVersionRow Row,
    IReadOnlyList<EvidenceReader> Readers)
{
    public required TimeZoneInfo Zone { get; init; }
}
