namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>A node to be placed: how high it is, in which column it stands, and what hangs on it.</summary>
/// <param name="Key">What the node is called in the result.</param>
/// <param name="Column">Index of its column; every child's is greater than its parent's.</param>
/// <param name="Height">Its height, in the units of the drawing.</param>
/// <param name="Children">From the top down.</param>
public sealed record TreeNode(int Key, int Column, double Height, IReadOnlyList<TreeNode> Children);
