using InspectionPortal.Domain.Inspections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

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
