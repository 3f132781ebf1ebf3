using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Search;

/// <summary>How a kind is called on screen and in an address.</summary>
public static class SearchLabels
{
    /// <summary>Of one: "Improvement project", in the partnership's words.</summary>
    public static string One(SearchKind kind, Vocabulary vocabulary) => kind switch
    {
        SearchKind.Plans => "Plan",
        SearchKind.Projects => vocabulary.ImprovementProjectWord,
        SearchKind.SubActions => vocabulary.SubActionWord,
        SearchKind.Measures => vocabulary.MeasureWord,
        SearchKind.Recommendations => vocabulary.RecommendationWord,
        SearchKind.Statements => "Position statement",
        SearchKind.Inspections => "Inspection",
        SearchKind.Evidence => "Evidence",
        SearchKind.Updates => "Update",
        _ => "Published report",
    };

    /// <summary>"Improvement projects".</summary>
    public static string Many(SearchKind kind, Vocabulary vocabulary) =>
        kind == SearchKind.Evidence ? "Evidence" : EnglishText.Plural(One(kind, vocabulary));

    /// <summary>"34 projects", within a sentence.</summary>
    public static string Count(SearchKind kind, int count, Vocabulary vocabulary) => kind switch
    {
        SearchKind.Evidence => EnglishText.Count(count, "item of evidence", "items of evidence"),
        SearchKind.Projects => EnglishText.CountOf(count, EnglishText.Said(vocabulary.ImprovementProjectWord, "project")),
        _ => EnglishText.CountOf(count, EnglishText.Within(One(kind, vocabulary))),
    };

    /// <summary>What the address says: "sub-actions".</summary>
    public static string Segment(SearchKind kind) => kind == SearchKind.SubActions ? "sub-actions" : kind.ToString().ToLowerInvariant();

    /// <summary>The kind that an address names; null for anything else.</summary>
    public static SearchKind? Find(string? segment) =>
        Enum.GetValues<SearchKind>().Where(k => Segment(k) == segment).Select(k => (SearchKind?)k).FirstOrDefault();
}
