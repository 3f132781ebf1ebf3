using System.Linq.Expressions;

namespace InspectionPortal.Domain.Evidence;

/// <summary>
/// One link of an item, flat: enough to say in words what it proves, and to tell which plan and recommendations that belongs to.
/// </summary>
public sealed record EvidenceProof
{
    public Guid? RecommendationId { get; init; }
    public string? RecommendationNumber { get; init; }
    public string? RecommendationText { get; init; }
    public Guid? ProjectId { get; init; }
    public string? ProjectNumber { get; init; }
    public string? ProjectTitle { get; init; }
    public Guid? MeasureId { get; init; }
    public string? MeasureTitle { get; init; }

    /// <summary>The project that the measure is of, where it is of one.</summary>
    public Guid? MeasureProjectId { get; init; }
    public Guid? UpdateId { get; init; }
    public string? PeriodTitle { get; init; }

    /// <summary>Of the work; null for a recommendation, which may be answered by several plans.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>Reads a link in one projection. Touches no column that a link officer's database role may not.</summary>
    public static Expression<Func<EvidenceLink, EvidenceProof>> Read { get; } = l => new EvidenceProof
    {
        RecommendationId = l.RecommendationId,
        RecommendationNumber = l.Recommendation!.Number,
        RecommendationText = l.Recommendation.Text,
        ProjectId = l.ProjectId ?? (Guid?)l.SubAction!.ProjectId ?? (Guid?)l.Update!.ProjectId,
        ProjectNumber = l.Project!.Number ?? l.SubAction!.Project!.Number ?? l.Update!.Project!.Number,
        ProjectTitle = l.Project.Title ?? l.SubAction!.Project!.Title ?? l.Update!.Project!.Title,
        MeasureId = l.MeasureId,
        MeasureTitle = l.Measure!.Title,
        MeasureProjectId = l.Measure.ProjectId,
        UpdateId = l.UpdateId,
        PeriodTitle = l.Update!.Period!.Title,
        PlanId = (Guid?)l.Project.Aim!.PlanId ?? (Guid?)l.Measure.PlanId ?? (Guid?)l.SubAction!.Project!.Aim!.PlanId ?? (Guid?)l.Update.Project!.Aim!.PlanId,
    };

    /// <summary>
    /// Links that prove something of a recommendation: itself, its work, or what measures it. The same rule as coverage counts by.
    /// </summary>
    public static Expression<Func<EvidenceLink, bool>> Of(Guid recommendation, IReadOnlyList<Guid> workAndMeasures) => l =>
        l.RecommendationId == recommendation
        || workAndMeasures.Contains(l.ProjectId ?? (Guid?)l.SubAction!.ProjectId ?? (Guid?)l.Update!.ProjectId ?? l.MeasureId ?? Guid.Empty);

    /// <summary>
    /// Links whose work belongs to one of these plans, or that prove one of these recommendations; for one item, as it follows each link.
    /// </summary>
    public static Expression<Func<EvidenceLink, bool>> Within(IReadOnlyList<Guid> plans, IReadOnlyList<Guid> recommendations) => l =>
        (l.RecommendationId != null && recommendations.Contains(l.RecommendationId.Value))
        || plans.Contains(l.Project!.Aim!.PlanId)
        || plans.Contains(l.Measure!.PlanId)
        || plans.Contains(l.SubAction!.Project!.Aim!.PlanId)
        || plans.Contains(l.Update!.Project!.Aim!.PlanId);

    /// <summary>Everything an item proves, once each: recommendations first, then projects, then measures.</summary>
    public static IReadOnlyList<ProvenItem> AllWords(IEnumerable<EvidenceProof> proofs, string recommendationWord) =>
    [
        .. proofs.OrderBy(p => p.RecommendationId is null).ThenBy(p => p.MeasureId is not null)
            .ThenBy(p => p.RecommendationNumber ?? p.ProjectNumber ?? p.MeasureTitle, StringComparer.CurrentCulture)
            .Select(p => p.Words(recommendationWord)).Distinct(),
    ];

    /// <summary>The words and the address of what is proved.</summary>
    private ProvenItem Words(string recommendationWord) => this switch
    {
        { RecommendationId: { } id } => new ProvenItem($"{recommendationWord} {RecommendationNumber}", $"~/recommendations/{id}"),
        { MeasureId: { } id } => new ProvenItem(MeasureTitle ?? "A measure", $"~/measures/{id}"),
        { ProjectId: { } id } => new ProvenItem($"{ProjectNumber} {ProjectTitle}", $"~/projects/{id}"),
        _ => new ProvenItem("An item that was removed", "~/plans"),
    };
}
