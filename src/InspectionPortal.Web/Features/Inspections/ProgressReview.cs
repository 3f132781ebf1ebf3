using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>A scrutiny body's return visit to an inspection: how it looked, what it found for each recommendation, when it comes back.</summary>
public sealed class ProgressReview : TenantEntity
{
    public const int TextMaxLength = 20_000;

    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
    public int Position { get; set; }

    [MaxLength(Inspection.TitleMaxLength)]
    public required string Title { get; set; }

    /// <summary>When the fieldwork was, in the report's words.</summary>
    [MaxLength(200)]
    public string? FieldworkText { get; set; }

    public DateOnly? FieldworkFrom { get; set; }
    public DateOnly? FieldworkTo { get; set; }
    public DateOnly? Published { get; set; }

    [MaxLength(100)]
    public string? PublishedText { get; set; }

    /// <summary>How the review was done, in Markdown.</summary>
    [MaxLength(TextMaxLength)]
    public string? Method { get; set; }

    /// <summary>What was read, with how many: "50 most recent initial referral discussions".</summary>
    public List<string> Samples { get; set; } = [];

    public List<string> Met { get; set; } = [];

    /// <summary>Who was not met, and why.</summary>
    [MaxLength(2000)]
    public string? NotMet { get; set; }

    /// <summary>The partnership's approach to improvement over all, in Markdown.</summary>
    [MaxLength(TextMaxLength)]
    public string? Approach { get; set; }

    public List<string> Strengths { get; set; } = [];

    [MaxLength(TextMaxLength)]
    public string? Conclusion { get; set; }

    /// <summary>What happens next.</summary>
    [MaxLength(4000)]
    public string? Next { get; set; }

    /// <summary>When the body comes back.</summary>
    public Deadline NextBy { get; set; } = Deadline.None;

    public SourceNote Source { get; set; } = SourceNote.None;

    public List<ReviewBody> Bodies { get; } = [];
    public List<ReviewFinding> Findings { get; } = [];
}

/// <summary>A body that took part in a review, as lead or partner.</summary>
public sealed class ReviewBody : TenantEntity
{
    public Guid ReviewId { get; set; }
    public ProgressReview? Review { get; set; }
    public int Position { get; set; }

    [MaxLength(200)]
    public required string Name { get; set; }

    public bool IsLead { get; set; }
}

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

internal sealed class ProgressReviewMapping :
    IEntityTypeConfiguration<ProgressReview>, IEntityTypeConfiguration<ReviewBody>, IEntityTypeConfiguration<ReviewFinding>
{
    public void Configure(EntityTypeBuilder<ProgressReview> builder) =>
        builder.BelongsTo(r => r.Inspection, nameof(ProgressReview.InspectionId), i => i.Reviews);

    public void Configure(EntityTypeBuilder<ReviewBody> builder) =>
        builder.BelongsTo(b => b.Review, nameof(ReviewBody.ReviewId), r => r.Bodies);

    public void Configure(EntityTypeBuilder<ReviewFinding> builder)
    {
        builder.BelongsTo(f => f.Review, nameof(ReviewFinding.ReviewId), r => r.Findings);
        builder.BelongsTo(f => f.Recommendation, nameof(ReviewFinding.RecommendationId), r => r.Findings);
        builder.HasIndex(f => new { f.TenantId, f.ReviewId, f.RecommendationId }).IsUnique();
    }
}
