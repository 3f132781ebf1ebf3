namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>What a node of the driver diagram stands for.</summary>
public enum DiagramLevel
{
    Plan,
    Aim,
    Driver,
    Project,
}
