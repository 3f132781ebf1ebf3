using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Evidence;

public sealed record EvidenceVersionStart(Guid ItemId, string Title, EvidenceForm Form, int LatestNumber, AddEvidenceVersion Command);
