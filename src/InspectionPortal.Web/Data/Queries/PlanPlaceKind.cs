namespace InspectionPortal.Web.Data.Queries;

public enum PlanPlaceKind
{
    Aim,
    Driver,
    Project,
    Measure,
    SubAction,
    Recommendation,
    Strength,
}
