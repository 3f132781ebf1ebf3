namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>The line from a node to one of its children: across, up or down at <paramref name="TurnX"/>, across.</summary>
public sealed record PlacedEdge(int From, int To, double X1, double Y1, double TurnX, double X2, double Y2);
