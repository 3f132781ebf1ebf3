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

    /// <summary>The plan on paper or as a file, with the filters in force.</summary>
    public IReadOnlyList<PlanFileLink> Files { get; init; } = [];

    public static PlanSearchBar Of(PlanPage page) => new(page.Filter, page.Options, page.Vocabulary, page.Shown, page.Total)
    {
        Files =
        [
            new("Download for", "Word", page.Filter.At("~/plan/export.docx")), new("Download for", "Excel", page.Filter.At("~/plan/export.xlsx")),
            new("Download as", "CSV", page.Filter.At("~/plan/export.csv")), new("", "Print", page.Filter.At("~/plan?whole=1"), IsPrint: true),
        ],
    };
}

/// <summary>A way to take the plan along.</summary>
/// <param name="Verb">What the link does, for those who hear it alone.</param>
/// <param name="Words">What it shows.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="IsPrint">True for the page itself, which the browser prints.</param>
public sealed record PlanFileLink(string Verb, string Words, string Href, bool IsPrint = false);
