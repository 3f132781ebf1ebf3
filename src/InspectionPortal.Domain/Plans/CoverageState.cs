namespace InspectionPortal.Domain.Plans;

/// <summary>Whether a project counts as work: done work does, as it was done.</summary>
public enum CoverageState
{
    InHand,
    Stopped,
    NotNeeded,
}
