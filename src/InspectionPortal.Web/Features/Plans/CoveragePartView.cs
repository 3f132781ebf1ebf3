using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>One part of the page: the recommendations, or the own priorities.</summary>
/// <param name="Part">Its rows and gaps.</param>
/// <param name="Page">The page it stands on.</param>
/// <param name="Word">What one of them is called within a sentence.</param>
/// <param name="Prefix">Before the part's anchors, so that each is once on the page.</param>
public sealed record CoveragePartView(CoveragePart Part, CoveragePage Page, string Word, string Prefix)
{
    public string Many => EnglishText.Plural(Word);

    /// <summary>"All 11 recommendations have work against them. 2 have no measure, 3 have no evidence."</summary>
    public string Sentence
    {
        get
        {
            var missing = new[] { (Part.NoMeasure.Count, "measure"), (Part.NoLead.Count, "lead"), (Part.NoEvidence.Count, "evidence") }
                .Where(m => m.Count > 0).Select(m => $"{m.Count} {(m.Count == 1 ? "has" : "have")} no {m.Item2}").ToList();
            return $"{Work} {(missing.Count == 0 ? "Each has a measure, a lead and evidence." : $"{string.Join(", ", missing)}.")}";
        }
    }

    private string Work => (Part.Rows.Count, Part.NoWork.Count) switch
    {
        (1, 0) => $"The one {Word} has linked work.",
        (1, _) => $"The one {Word} has no linked work.",
        (var all, 0) => $"All {all} {Many} have linked work.",
        (var all, var none) when all == none => $"None of the {all} {Many} has linked work.",
        (var all, var none) => $"{all - none} of {all} {Many} {(all - none == 1 ? "has" : "have")} linked work, {none} {(none == 1 ? "has" : "have")} none.",
    };
}
