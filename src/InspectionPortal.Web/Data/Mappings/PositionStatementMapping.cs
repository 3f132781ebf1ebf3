using InspectionPortal.Domain.Inspections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class PositionStatementMapping : IEntityTypeConfiguration<PositionStatement>
{
    public void Configure(EntityTypeBuilder<PositionStatement> builder)
    {
        builder.BelongsTo(s => s.Recommendation, nameof(PositionStatement.RecommendationId), r => r.Statements);
        builder.BelongsTo(s => s.Period, nameof(PositionStatement.PeriodId));
        builder.HasIndex(s => new { s.TenantId, s.RecommendationId }, "ux_position_statements_one_draft").IsUnique()
            .HasFilter("state = 'Draft'");
        builder.ToTable(t =>
        {
            t.HasCheckConstraint(
                "ck_position_statements_approved",
                "(state = 'Approved') = (approved_at is not null) and (approved_at is null) = (approved_by_user_id is null)");
            t.HasCheckConstraint("ck_position_statements_complete", "how_well is not null or (state = 'Draft' and period_id is null)");
        });
    }
}
