using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Inspections;

/// <summary>What the review found for one recommendation; a judgement only where the report gives one.</summary>
public sealed class ReviewFinding : TenantEntity
{
    public const int JudgementMaxLength = 200;

    public Guid ReviewId { get; set; }
    public ProgressReview? Review { get; set; }
    public Guid RecommendationId { get; set; }
    public Recommendation? Recommendation { get; set; }
    public int Position { get; set; }

    /// <summary>In Markdown.</summary>
    [MaxLength(ProgressReview.TextMaxLength)]
    public required string Text { get; set; }

    [MaxLength(JudgementMaxLength)]
    public string? Judgement { get; set; }
}
