using InspectionPortal.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class MeasureUseMapping : IEntityTypeConfiguration<MeasureUse>
{
    public void Configure(EntityTypeBuilder<MeasureUse> builder)
    {
        builder.BelongsTo(u => u.Measure, nameof(MeasureUse.MeasureId), m => m.Uses);
        builder.BelongsTo(u => u.Aim, nameof(MeasureUse.AimId));
        builder.BelongsTo(u => u.Driver, nameof(MeasureUse.DriverId));
        builder.BelongsTo(u => u.Project, nameof(MeasureUse.ProjectId));
        builder.Property(u => u.PlanId).ValueGeneratedOnAddOrUpdate();
        builder.HasIndex(u => new { u.TenantId, u.MeasureId, u.AimId, u.DriverId, u.ProjectId }).IsUnique().AreNullsDistinct(false);
        builder.ToTable(t => t.HasCheckConstraint("ck_measure_uses_one_place", "num_nonnulls(aim_id, driver_id, project_id) = 1"));
    }
}
