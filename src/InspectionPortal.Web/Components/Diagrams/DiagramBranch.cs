namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>A node of the driver diagram in its list.</summary>
public sealed record DiagramBranch(DiagramNode Node, IReadOnlyList<DiagramColumn> Columns)
{
    /// <summary>What stands over its column in the drawing.</summary>
    public string Word => Columns[Node.Column].Words;

    /// <summary>What more the node says, without its signal, which has a shape of its own.</summary>
    public IEnumerable<string> Facts => Node.Answers.Select(a => a.Said).Append(Node.MeasureSaid ?? string.Empty).Concat(Node.Signal is null ? Node.Facts : Node.Facts.SkipLast(1)).Where(t => t.Length > 0);
}
