namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The column that the overview is sorted by; numbers with the largest first.</summary>
public enum PartnershipSort
{
    Name,
    Approved,
    Up,
    Down,
    First,
    Slips,
    Signals,
    Evidence,
    NoEvidence,
    Next,
}
