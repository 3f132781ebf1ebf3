namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>
/// Lays a tree out from left to right in fixed columns. Every subtree has a band of its own from top to bottom, so no two nodes
/// overlap and no line crosses a node; a parent stands in the middle of its children. The same tree is always laid out the same.
/// </summary>
public static class TreeLayout
{
    /// <summary>How far after a parent its lines turn.</summary>
    public const double Turn = 22;

    private const double BetweenLeaves = 10;
    private const double BetweenGroups = 16;
    private const double BetweenBranches = 30;

    /// <summary>Places a tree.</summary>
    /// <param name="root">Its first node.</param>
    /// <param name="columns">The columns, from left to right, more than <see cref="Turn"/> apart.</param>
    /// <param name="fromTop">True where a parent stands beside its first child, so that a tall drawing can be read from its top.</param>
    /// <exception cref="ArgumentException">A child does not stand right of its parent, or in no column.</exception>
    public static PlacedTree Place(TreeNode root, IReadOnlyList<TreeColumn> columns, bool fromTop = false)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(columns);
        Check(root, columns.Count);
        var bands = new Dictionary<TreeNode, double>(ReferenceEqualityComparer.Instance);
        var height = Measure(root, bands, isRoot: true);
        var (nodes, edges) = (new List<PlacedNode>(), new List<PlacedEdge>());
        Put(root, 0, isRoot: true, new Drawing(columns, bands, nodes, edges, fromTop));
        return new PlacedTree(nodes, edges, columns[^1].Right, height);
    }

    private static void Check(TreeNode node, int columns)
    {
        if (node.Column < 0 || node.Column >= columns || node.Children.Any(c => c.Column <= node.Column))
        {
            throw new ArgumentException("Every node needs a column, right of its parent's.", nameof(node));
        }

        foreach (var child in node.Children)
        {
            Check(child, columns);
        }
    }

    private static double Measure(TreeNode node, Dictionary<TreeNode, double> bands, bool isRoot)
    {
        var below = node.Children.Sum(c => Measure(c, bands, isRoot: false)) + Gaps(node, isRoot);
        return bands[node] = Math.Max(node.Height, below);
    }

    private static PlacedNode Put(TreeNode node, double top, bool isRoot, Drawing drawing)
    {
        var (column, band) = (drawing.Columns[node.Column], drawing.Bands[node]);
        var y = top + ((band - node.Height) / 2);
        if (node.Children.Count == 0)
        {
            return drawing.Add(new PlacedNode(node.Key, node.Column, column.X, y, column.Width, node.Height));
        }

        var next = top + ((band - node.Children.Sum(c => drawing.Bands[c]) - Gaps(node, isRoot)) / 2);
        var placed = new List<PlacedNode>();
        for (var i = 0; i < node.Children.Count; i++)
        {
            next += i == 0 ? 0 : Gap(node, i, isRoot);
            placed.Add(Put(node.Children[i], next, isRoot: false, drawing));
            next += drawing.Bands[node.Children[i]];
        }

        var middle = drawing.FromTop ? placed[0].Middle : (placed[0].Middle + placed[^1].Middle) / 2;
        y = Math.Clamp(middle - (node.Height / 2), top, top + band - node.Height);
        var self = drawing.Add(new PlacedNode(node.Key, node.Column, column.X, y, column.Width, node.Height));
        drawing.Edges.AddRange(placed.Select(p => new PlacedEdge(self.Key, p.Key, self.Right, self.Middle, self.Right + Turn, p.X, p.Middle)));
        return self;
    }

    private static double Gaps(TreeNode node, bool isRoot) =>
        Enumerable.Range(1, Math.Max(0, node.Children.Count - 1)).Sum(i => Gap(node, i, isRoot));

    /// <summary>The room above a child that is not the first.</summary>
    private static double Gap(TreeNode parent, int index, bool isRoot)
    {
        var isLeaves = parent.Children[index - 1].Children.Count == 0 && parent.Children[index].Children.Count == 0;
        return isLeaves ? BetweenLeaves : isRoot ? BetweenBranches : BetweenGroups;
    }

    private sealed record Drawing(
        IReadOnlyList<TreeColumn> Columns, Dictionary<TreeNode, double> Bands, List<PlacedNode> Nodes, List<PlacedEdge> Edges, bool FromTop)
    {
        public PlacedNode Add(PlacedNode node)
        {
            Nodes.Add(node);
            return node;
        }
    }
}
