namespace InspectionPortal.Web.Features.Plans;

public enum MoveDirection
{
    Up,
    Down,
}
