using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The search and filters above a view of the plan.</summary>
/// <param name="Filter">What is asked for.</param>
/// <param name="Options">What can be asked for.</param>
/// <param name="Vocabulary">The partnership's words.</param>
/// <param name="Shown">Projects that are shown.</param>
/// <param name="Total">Projects of the plan.</param>
/// <param name="View">The view, as an address below the plan.</param>
public sealed record PlanSearchBar(PlanFilter Filter, PlanOptions Options, Vocabulary Vocabulary, int Shown, int Total, string View = PlanFilter.Table)
{
    /// <summary>What the view itself keeps in its address.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Carried { get; init; } = [];

    /// <summary>The plan on paper or as a file, with the filters in force.</summary>
    public IReadOnlyList<PlanFileLink> Files { get; init; } = [];

    public static PlanSearchBar Of(PlanPage page) => new(page.Filter, page.Options, page.Vocabulary, page.Shown, page.Total)
    {
        Files =
        [
            new("Download for", "Word", page.Filter.At("export.docx")), new("Download for", "Excel", page.Filter.At("export.xlsx")),
            new("Download as", "CSV", page.Filter.At("export.csv")), new("", page.IsShort ? "Print as written" : "Print", page.Filter.At("?whole=1"), IsPrint: !page.IsShort),
        ],
    };
}
