namespace InspectionPortal.Web.Features.Imports.Merging;

public enum MergeMark
{
    Same,
    New,
    Changed,
}
