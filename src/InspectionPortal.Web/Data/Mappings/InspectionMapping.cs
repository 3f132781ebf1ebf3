using InspectionPortal.Domain.Inspections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class InspectionMapping :
    IEntityTypeConfiguration<InspectionBody>, IEntityTypeConfiguration<InspectionQuestion>, IEntityTypeConfiguration<Grading>,
    IEntityTypeConfiguration<KeyStrength>, IEntityTypeConfiguration<Recommendation>, IEntityTypeConfiguration<RecommendationLink>,
    IEntityTypeConfiguration<RecommendationDecision>
{
    public void Configure(EntityTypeBuilder<RecommendationDecision> builder)
    {
        builder.BelongsTo(d => d.Recommendation, nameof(RecommendationDecision.RecommendationId));
        builder.BelongsTo(d => d.Review, nameof(RecommendationDecision.ReviewId));
        builder.BelongsTo(d => d.Inspection, nameof(RecommendationDecision.InspectionId));
        builder.BelongsTo(d => d.Period, nameof(RecommendationDecision.PeriodId));
    }

    public void Configure(EntityTypeBuilder<InspectionBody> builder) =>
        builder.BelongsTo(b => b.Inspection, nameof(InspectionBody.InspectionId), i => i.Bodies);

    public void Configure(EntityTypeBuilder<InspectionQuestion> builder) =>
        builder.BelongsTo(q => q.Inspection, nameof(InspectionQuestion.InspectionId), i => i.Questions);

    public void Configure(EntityTypeBuilder<Grading> builder)
    {
        builder.BelongsTo(g => g.Inspection, nameof(Grading.InspectionId), i => i.Gradings);
        builder.BelongsTo(g => g.Parent, nameof(Grading.ParentId));
    }

    public void Configure(EntityTypeBuilder<KeyStrength> builder) =>
        builder.BelongsTo(s => s.Inspection, nameof(KeyStrength.InspectionId), i => i.Strengths);

    public void Configure(EntityTypeBuilder<Recommendation> builder) =>
        builder.BelongsTo(r => r.Inspection, nameof(Recommendation.InspectionId), i => i.Recommendations);

    public void Configure(EntityTypeBuilder<RecommendationLink> builder)
    {
        builder.BelongsTo(l => l.Recommendation, nameof(RecommendationLink.RecommendationId), r => r.Links);
        builder.BelongsTo(l => l.Aim, nameof(RecommendationLink.AimId));
        builder.BelongsTo(l => l.Driver, nameof(RecommendationLink.DriverId));
        builder.BelongsTo(l => l.Project, nameof(RecommendationLink.ProjectId), p => p.Answers);
        builder.BelongsTo(l => l.Measure, nameof(RecommendationLink.MeasureId));
        builder.Property(l => l.PlanId).ValueGeneratedOnAddOrUpdate();
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_recommendation_links_one_target", "num_nonnulls(aim_id, driver_id, project_id, measure_id) = 1"));
        builder.HasIndex(l => new { l.TenantId, l.RecommendationId, l.AimId, l.DriverId, l.ProjectId, l.MeasureId })
            .IsUnique().AreNullsDistinct(false);
    }
}
