namespace InspectionPortal.Domain.Plans;

/// <summary>What carries the link, the nearest first.</summary>
public enum CoverageThrough
{
    Itself,
    Measure,
    Driver,
    Aim,
}
