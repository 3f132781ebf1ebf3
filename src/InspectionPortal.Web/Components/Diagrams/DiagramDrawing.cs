namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>The driver diagram ready to be drawn: columns, nodes and where they stand.</summary>
public sealed record DiagramDrawing(
    DiagramNode Root, IReadOnlyList<DiagramColumn> Columns, IReadOnlyDictionary<int, NodeLayout> Faces, PlacedTree Tree);
