using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A plan as its views need it: the head, what can be asked for, and the aims with what the filters leave below them.</summary>
public sealed record PlanContent(
    PlanViewHead Head, IReadOnlyList<PlanOption> Plans, PlanFilter Filter, PlanOptions Options, IReadOnlyList<AimItem> Aims,
    IReadOnlyList<AskedItem> Recommendations, IReadOnlyList<AgencyItem> Agencies, int Total, bool HasAims, bool CanEdit,
    Vocabulary Vocabulary, IReadOnlyList<Rating> Key, DateOnly Today)
{
    /// <summary>The agency of each responsibility that has one.</summary>
    public IReadOnlyDictionary<Guid, Guid> AgencyOf { get; init; } = new Dictionary<Guid, Guid>();

    /// <summary>Projects that are shown, without rows that need no action.</summary>
    public int Shown => Aims.Sum(a => a.All.Count(p => p.IsReal));

    public string AimWord => EnglishText.Said(Vocabulary.StretchAimWord, "aim");

    public string ProjectWord => EnglishText.Said(Vocabulary.ImprovementProjectWord, "project");

    public string StepWord => EnglishText.Within(Vocabulary.SubActionWord);

    public string MeasureWord => EnglishText.Said(Vocabulary.MeasureWord, "measure");

    public string RecommendationWord => EnglishText.Within(Vocabulary.RecommendationWord);

    /// <summary>Every project that is shown, in the plan's order.</summary>
    public IEnumerable<(AimItem Aim, ProjectItem Project)> Projects() => Aims.SelectMany(a => a.All.Select(p => (a, p)));
}
