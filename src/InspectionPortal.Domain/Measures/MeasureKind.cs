namespace InspectionPortal.Domain.Measures;

public enum MeasureKind
{
    Outcome,
    Process,
    Balancing,
    Milestone,
}
