namespace InspectionPortal.Web.Features.Plans.Views;

public enum PlanGrouping
{
    Lead,
    Agency,
    Recommendation,
}
