namespace InspectionPortal.Web.Features.Plans;

/// <summary>The sides from which a plan can be looked at, each with the filters in force.</summary>
/// <param name="Current">Key of the view that is shown: short, written, tree, drivers, by, timeline or coverage.</param>
/// <param name="Filter">What every view carries on.</param>
public sealed record PlanViewLinks(string Current, PlanFilter Filter)
{
    private static readonly (string Key, string Words, string Path)[] All =
    [
        ("short", "Short", PlanTableViews.Brief), ("written", "As written", PlanTableViews.Written), ("tree", "Tree", "tree"), ("drivers", "Driver diagram", "drivers"),
        ("by", "By lead", "by-lead"), ("timeline", "Timeline", "timeline"), ("coverage", "Coverage", "coverage"),
    ];

    public IEnumerable<PlanViewLink> Views => All.Select(v => new PlanViewLink(v.Words, Filter.At(v.Path), v.Key == Current));
}
