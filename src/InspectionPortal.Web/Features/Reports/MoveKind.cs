namespace InspectionPortal.Web.Features.Reports;

public enum MoveKind
{
    Same,
    Up,
    Down,
    New,
    Lost,
}
