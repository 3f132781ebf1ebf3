namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>A tree in its place; the drawing begins at 0,0.</summary>
public sealed record PlacedTree(IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedEdge> Edges, double Width, double Height);
