namespace InspectionPortal.Web.Features.Inspections;

public enum LinkedKind
{
    Aim,
    Driver,
    Project,
    Measure,
}
