namespace InspectionPortal.Web.Features.Plans;

/// <summary>Where a recommendation and an aim meet: the projects of the aim that answer the recommendation.</summary>
public sealed record CoverageCell(CoveragePage Page, CoverageRow Row, CoverageAim Aim)
{
    /// <summary>So many are shown of one kind of link; a link leads to the others.</summary>
    public const int Most = 12;

    private IEnumerable<CoveringProject> Work => Row.Work.Where(w => w.Project.AimId == Aim.Id);

    /// <summary>By what carries the link, the nearest first.</summary>
    public IReadOnlyList<(CoverageThrough Through, IReadOnlyList<CoveringProject> Work)> Groups =>
        [.. Work.GroupBy(w => w.Through).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<CoveringProject>)[.. g]))];

    public bool IsFiledWithoutWork => Row.FiledUnder == Aim && !Work.Any();

    /// <summary>What stands before projects that answer through something else.</summary>
    public static string? Heading(CoverageThrough through) => through switch
    {
        CoverageThrough.Aim => "Through the whole aim:",
        CoverageThrough.Driver => "Through a driver:",
        CoverageThrough.Measure => "Through a measure:",
        _ => null,
    };
}

/// <summary>A gap among some recommendations, in words, with the link that closes it.</summary>
/// <param name="Anchor">Its address on the page, also of home's counts.</param>
/// <param name="Lead">In bold.</param>
/// <param name="For">After it.</param>
/// <param name="Rows">The recommendations that have it, each with a word of its own after it.</param>
/// <param name="Closing">What closes it; null where this person may not.</param>
public sealed record CoverageGap(string Anchor, string Lead, string For, IReadOnlyList<(CoverageRecommendation Recommendation, string? Note)> Rows, CoverageClosing? Closing);

/// <param name="Words">What the link says.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Hidden">What it says more to those who hear the page.</param>
public sealed record CoverageClosing(string Words, string Href, string? Hidden = null);

/// <summary>Says the gaps of a part.</summary>
public static class CoverageGaps
{
    public static IReadOnlyList<CoverageGap> Of(CoveragePartView view)
    {
        var (part, page) = (view.Part, view.Page);
        var gaps = new[]
        {
            Gap(view, "no-work", "No work", part.NoWork, page.May.Edit, r => ($"Link {Infrastructure.Forms.FormWords.A(Infrastructure.Words.Said(page.Vocabulary.ImprovementProjectWord, "project"))}", $"~/plan/link?recommendation={r.Recommendation.Id}")),
            Gap(view, "no-measure", "No measure", part.NoMeasure, page.May.Edit, AddMeasure),
            Gap(view, "no-lead", "No lead", part.NoLead, page.May.Edit, NameLead, r => r.HasWork ? null : "no work"),
            Gap(view, "no-evidence", "No evidence", part.NoEvidence, page.May.AddEvidence, r => ("Add evidence", $"~/evidence/new?recommendation={r.Recommendation.Id}")),
            Elsewhere(view),
        };
        return [.. gaps.OfType<CoverageGap>()];
    }

    private static CoverageGap? Gap(
        CoveragePartView view, string anchor, string lead, IReadOnlyList<CoverageRow> rows, bool may, Func<CoverageRow, (string Words, string Href)> close,
        Func<CoverageRow, string?>? note = null)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var (words, href) = close(rows[0]);
        return new CoverageGap(
            view.Prefix + anchor, lead, $"for {(rows.Count == 1 ? view.Word : view.Many)}", [.. rows.Select(r => (r.Recommendation, note?.Invoke(r)))],
            may ? new CoverageClosing(words, href, $" for {view.Word} {rows[0].Recommendation.Number}") : null);
    }

    private static (string Words, string Href) AddMeasure(CoverageRow row) =>
        row.Work.FirstOrDefault(w => w.Project.State == CoverageState.InHand) is { } work
            ? ("Add a measure", $"~/measures/new?project={work.Project.Id}")
            : ("Link work first", $"~/plan/link?recommendation={row.Recommendation.Id}");

    private static (string Words, string Href) NameLead(CoverageRow row) =>
        row.Work.FirstOrDefault(w => w.Project.State == CoverageState.InHand) is { } work
            ? ("Name a lead", $"~/projects/{work.Project.Id}/edit")
            : ("Link work first", $"~/plan/link?recommendation={row.Recommendation.Id}");

    private static CoverageGap? Elsewhere(CoveragePartView view)
    {
        var rows = view.Part.Elsewhere;
        var numbers = view.Page.Aims.ToDictionary(a => a.Id, a => a.Number);
        return rows.Count == 0
            ? null
            : new CoverageGap(
                $"{view.Prefix}elsewhere", "Filed in one theme, worked on in another:", string.Empty,
                [.. rows.Select(r => (r.Recommendation, (string?)
                    $"filed in {r.FiledUnder!.Number}, work in {Infrastructure.Words.List([.. r.Work.Select(w => numbers[w.Project.AimId]).Distinct(StringComparer.Ordinal)])}"))],
                new CoverageClosing(rows.Count switch { 1 => "See it", 2 => "See both", _ => "See the first" }, $"#row-{rows[0].Recommendation.Id}"));
    }
}
