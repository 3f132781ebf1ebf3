namespace InspectionPortal.Web.Features.Plans.Views;

public enum PlanGroupRowKind
{
    Project,
    Step,
    Measure,
}
