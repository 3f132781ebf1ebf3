namespace InspectionPortal.Domain.Measures;

/// <summary>What a measure says that somebody ought to know; the gravest first.</summary>
public enum SignalKind
{
    GettingWorse,
    Missed,
    LateMilestone,
    AtRisk,
    Changing,
    Improving,
}
