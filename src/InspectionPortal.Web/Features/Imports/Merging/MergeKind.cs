namespace InspectionPortal.Web.Features.Imports.Merging;

public enum MergeKind
{
    Aim,
    Driver,
    Project,
}
