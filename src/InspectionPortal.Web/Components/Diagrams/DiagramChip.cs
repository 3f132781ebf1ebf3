namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>Numbers of recommendations in a box on the node; dashed where the portal inferred the link.</summary>
public sealed record DiagramChip(string Words, bool IsInferred, string Said);
