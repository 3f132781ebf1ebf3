namespace InspectionPortal.Domain.Measures;

public enum MeasureDirection
{
    None,
    Up,
    Down,
}
