using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Says the gaps of a part.</summary>
public static class CoverageGaps
{
    public static IReadOnlyList<CoverageGap> Of(CoveragePartView view)
    {
        var (part, page) = (view.Part, view.Page);
        var gaps = new[]
        {
            Gap(view, "no-work", "No work", part.NoWork, page.May.Edit, r => ($"Link {Infrastructure.Forms.FormText.A(EnglishText.Said(page.Vocabulary.ImprovementProjectWord, "project"))}", $"~/plans/{page.Plan.Id}/link?recommendation={r.Recommendation.Id}")),
            Gap(view, "no-measure", "No measure", part.NoMeasure, page.May.Edit, r => AddMeasure(page, r)),
            Gap(view, "no-lead", "No lead", part.NoLead, page.May.Edit, r => NameLead(page, r), r => r.HasWork ? null : "no work"),
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

    private static (string Words, string Href) AddMeasure(CoveragePage page, CoverageRow row) =>
        row.Work.FirstOrDefault(w => w.Project.State == CoverageState.InHand) is { } work
            ? ("Add a measure", $"~/measures/new?project={work.Project.Id}")
            : ("Link work first", $"~/plans/{page.Plan.Id}/link?recommendation={row.Recommendation.Id}");

    private static (string Words, string Href) NameLead(CoveragePage page, CoverageRow row) =>
        row.Work.FirstOrDefault(w => w.Project.State == CoverageState.InHand) is { } work
            ? ("Choose a lead", $"~/projects/{work.Project.Id}/edit")
            : ("Link work first", $"~/plans/{page.Plan.Id}/link?recommendation={row.Recommendation.Id}");

    private static CoverageGap? Elsewhere(CoveragePartView view)
    {
        var rows = view.Part.Elsewhere;
        var numbers = view.Page.Aims.ToDictionary(a => a.Id, a => a.Number);
        return rows.Count == 0
            ? null
            : new CoverageGap(
                $"{view.Prefix}elsewhere", "In one theme, but the work is under another:", string.Empty,
                [.. rows.Select(r => (r.Recommendation, (string?)
                    $"theme {r.FiledUnder!.Number}, work under {EnglishText.List([.. r.Work.Select(w => numbers[w.Project.AimId]).Distinct(StringComparer.Ordinal)])}"))],
                new CoverageClosing(rows.Count switch { 1 => "View it", 2 => "View both", _ => "View the first" }, $"#row-{rows[0].Recommendation.Id}"));
    }
}
