using InspectionPortal.Web.Components.Diagrams;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>Cuts a tall drawing into pages where no node is cut, if there is such a place.</summary>
public static class TreePages
{
    private const double Margin = 6;
    private const double LeastFilled = 0.5;

    /// <summary>The pages of a tree.</summary>
    /// <param name="tree">What is drawn.</param>
    /// <param name="first">Room on the first page, which also has the heading.</param>
    /// <param name="others">Room on each other page.</param>
    public static IReadOnlyList<TreePage> Cut(PlacedTree tree, double first, double others)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var pages = new List<TreePage>();
        var top = 0.0;
        while (tree.Height - top > (pages.Count == 0 ? first : others))
        {
            var end = Best(tree, top, pages.Count == 0 ? first : others);
            pages.Add(new TreePage(top, end - top));
            top = end;
        }

        pages.Add(new TreePage(top, tree.Height - top + 1));
        return pages;
    }

    /// <summary>The lowest place that cuts the fewest nodes, no higher than half way down the page.</summary>
    private static double Best(PlacedTree tree, double top, double room)
    {
        var limit = top + room;
        var places = tree.Nodes.Select(n => n.Bottom + Margin).Where(y => y > top + (room * LeastFilled) && y <= limit).Append(limit);
        return places.OrderBy(y => tree.Nodes.Count(n => n.Y < y && n.Bottom > y)).ThenByDescending(y => y).First();
    }
}
