namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>A column's header and place.</summary>
public sealed record DiagramColumn(string Words, TreeColumn Place);
