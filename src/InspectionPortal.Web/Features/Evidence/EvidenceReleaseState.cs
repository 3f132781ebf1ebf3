namespace InspectionPortal.Web.Features.Evidence;

public enum EvidenceReleaseState
{
    Released,
    NotReleased,
}
