using FsCheck;
using FsCheck.Fluent;
using InspectionPortal.Web.Components.Diagrams;
using InspectionPortal.Web.Features.Plans.Views;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Tests.Features.Plans.Views;

/// <summary>What holds for every tree, however it is grown.</summary>
public sealed class TreeLayoutTests
{
    private const int Columns = 6;
    private const int MostNodes = 200;
    private const double Hair = 0.001;

    private static readonly IReadOnlyList<TreeColumn> Places = [.. Enumerable.Range(0, Columns).Select(i => new TreeColumn(i * 240, 200))];

    private static readonly Arbitrary<TreeNode> Trees = Arb.From(
        from count in Gen.Choose(1, MostNodes)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Grow(count, seed));

    [Fact]
    public void Place_AnyTree_NoTwoNodesOverlap() => Holds(tree =>
    {
        var nodes = TreeLayout.Place(tree, Places).Nodes;
        return nodes.All(a => nodes.All(b => a.Key == b.Key || a.Right <= b.X || b.Right <= a.X || a.Bottom <= b.Y + Hair || b.Bottom <= a.Y + Hair));
    });

    [Fact]
    public void Place_AnyTree_EveryChildIsRightOfItsParentAndInsideTheDrawing() => Holds(tree =>
    {
        var placed = TreeLayout.Place(tree, Places);
        var nodes = placed.Nodes.ToDictionary(n => n.Key);
        return placed.Nodes.All(n => n.Y >= -Hair && n.Bottom <= placed.Height + Hair && n.Right <= placed.Width)
            && placed.Edges.All(e => nodes[e.To].X > nodes[e.From].Right);
    });

    [Fact]
    public void Place_AnyTree_EveryEdgeRunsFromBorderToBorderAndCrossesNoNode() => Holds(tree =>
    {
        var placed = TreeLayout.Place(tree, Places);
        var nodes = placed.Nodes.ToDictionary(n => n.Key);
        return placed.Edges.Count == placed.Nodes.Count - 1 && placed.Edges.All(e =>
        {
            var (from, to) = (nodes[e.From], nodes[e.To]);
            var isOnBorders = Near(e.X1, from.Right) && Near(e.Y1, from.Middle) && Near(e.X2, to.X) && Near(e.Y2, to.Middle) && e.TurnX > e.X1 && e.TurnX < e.X2;
            return isOnBorders && placed.Nodes.All(n => n.Key == e.From || n.Key == e.To || !Crosses(e, n));
        });
    });

    [Fact]
    public void Place_AnyTree_SameAgainAndChildrenInOrder() => Holds(tree =>
    {
        var (once, again) = (TreeLayout.Place(tree, Places), TreeLayout.Place(tree, Places));
        var nodes = once.Nodes.ToDictionary(n => n.Key);
        return once.Nodes.SequenceEqual(again.Nodes) && once.Edges.SequenceEqual(again.Edges)
            && once.Edges.GroupBy(e => e.From).All(g => g.Zip(g.Skip(1)).All(p => nodes[p.First.To].Y < nodes[p.Second.To].Y));
    });

    [Fact]
    public void Cut_AnyTree_PagesCoverTheDrawingInOrderAndFit() => Holds(tree =>
    {
        var placed = TreeLayout.Place(tree, Places);
        var pages = TreePages.Cut(placed, 500, 700);
        return Near(pages[0].Top, 0) && Near(pages[^1].Top + pages[^1].Height, placed.Height + 1)
            && pages.Zip(pages.Skip(1)).All(p => Near(p.First.Top + p.First.Height, p.Second.Top))
            && pages.Select((p, i) => p.Height <= (i == 0 ? 500 : 700) + 1 + Hair && p.Height > 0).All(fits => fits);
    });

    [Fact]
    public void Cut_LeavesOnly_CutsNoNode()
    {
        var placed = TreeLayout.Place(new TreeNode(0, 0, 56, [.. Enumerable.Range(1, 60).Select(i => new TreeNode(i, 1, 56, []))]), Places);
        var cuts = TreePages.Cut(placed, 500, 700).Skip(1).Select(p => p.Top).ToList();
        Assert.NotEmpty(cuts);
        Assert.All(cuts, y => Assert.DoesNotContain(placed.Nodes, n => n.Column == 1 && n.Y < y && n.Bottom > y));
    }

    [Fact]
    public void Place_ParentWithTwoChildren_StandsInTheirMiddle()
    {
        var placed = TreeLayout.Place(new TreeNode(0, 0, 56, [new TreeNode(1, 1, 56, []), new TreeNode(2, 1, 76, [])]), Places);
        var nodes = placed.Nodes.ToDictionary(n => n.Key);
        Assert.Equal((nodes[1].Middle + nodes[2].Middle) / 2, nodes[0].Middle, 3);
        Assert.Equal(10, nodes[2].Y - nodes[1].Bottom, 3);
    }

    [Fact]
    public void Place_ChildNotRightOfItsParent_IsRefused() =>
        Assert.Throws<ArgumentException>(() => TreeLayout.Place(new TreeNode(0, 1, 56, [new TreeNode(1, 1, 56, [])]), Places));

    private static bool Near(double a, double b) => Math.Abs(a - b) < Hair;

    /// <summary>True where one of the line's three parts runs through a node.</summary>
    private static bool Crosses(PlacedEdge e, PlacedNode n) =>
        Meets(e.X1, e.TurnX, e.Y1, e.Y1, n) || Meets(e.TurnX, e.TurnX, Math.Min(e.Y1, e.Y2), Math.Max(e.Y1, e.Y2), n) || Meets(e.TurnX, e.X2, e.Y2, e.Y2, n);

    private static bool Meets(double left, double right, double top, double bottom, PlacedNode n) =>
        left < n.Right - Hair && right > n.X + Hair && top < n.Bottom - Hair && bottom > n.Y + Hair;

    private static TreeNode Grow(int count, int seed)
    {
        var random = new Random(seed);
        var columns = new List<int> { 0 };
        var below = new List<List<int>> { new() };
        while (columns.Count < count)
        {
            var parent = random.Next(columns.Count);
            if (columns[parent] == Columns - 1)
            {
                parent = 0;
            }

            below[parent].Add(columns.Count);
            columns.Add(random.Next(columns[parent] + 1, Columns));
            below.Add([]);
        }

        return Node(0);

        TreeNode Node(int key) => new(key, columns[key], new Random(seed + key).Next(30, 140), [.. below[key].Select(Node)]);
    }

    private static void Holds(Func<TreeNode, bool> property) => Prop.ForAll(Trees, property).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}
