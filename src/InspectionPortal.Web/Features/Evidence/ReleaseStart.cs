using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Evidence;

public sealed record ReleaseStart(
    Guid ItemId, string Title, EvidenceClassification Classification, EvidenceVersionRow Row, IReadOnlyList<EvidenceReader> Readers);
