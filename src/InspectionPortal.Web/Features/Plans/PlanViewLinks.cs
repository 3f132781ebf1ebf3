using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The sides from which a plan can be looked at, each with the filters in force.</summary>
/// <param name="Current">Key of the view that is shown: table, tree, drivers, by, timeline or coverage.</param>
/// <param name="Filter">What every view carries on.</param>
public sealed record PlanViewLinks(string Current, PlanFilter Filter)
{
    private static readonly (string Key, string Words, string Path)[] All =
    [
        ("table", "Table", "~/plan"), ("tree", "Tree", "~/plan/tree"), ("drivers", "Driver diagram", "~/plan/drivers"),
        ("by", "By lead", "~/plan/by-lead"), ("timeline", "Timeline", "~/plan/timeline"), ("coverage", "Coverage", "~/plan/coverage"),
    ];

    public IEnumerable<PlanViewLink> Views => All.Select(v => new PlanViewLink(v.Words, Filter.At(v.Path), v.Key == Current));
}

public sealed record PlanViewLink(string Words, string Href, bool IsCurrent);

/// <summary>The search and filters above a view of the plan.</summary>
/// <param name="Filter">What is asked for.</param>
/// <param name="Options">What can be asked for.</param>
/// <param name="Vocabulary">The partnership's words.</param>
/// <param name="Shown">Projects that are shown.</param>
/// <param name="Total">Projects of the plan.</param>
/// <param name="Path">The view, as an address below the partnership.</param>
public sealed record PlanSearchBar(PlanFilter Filter, PlanOptions Options, Vocabulary Vocabulary, int Shown, int Total, string Path = "~/plan")
{
    /// <summary>What the view itself keeps in its address.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Carried { get; init; } = [];

    public static PlanSearchBar Of(PlanPage page) => new(page.Filter, page.Options, page.Vocabulary, page.Shown, page.Total);
}
