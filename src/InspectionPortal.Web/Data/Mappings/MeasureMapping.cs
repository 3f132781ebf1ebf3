using InspectionPortal.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class MeasureMapping :
    IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<MeasureTarget>, IEntityTypeConfiguration<DataPoint>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.BelongsTo(m => m.Plan, nameof(Measure.PlanId));
        builder.BelongsTo(m => m.Aim, nameof(Measure.AimId));
        builder.BelongsTo(m => m.Driver, nameof(Measure.DriverId));
        builder.BelongsTo(m => m.Project, nameof(Measure.ProjectId), p => p.Measures);
        builder.BelongsTo(m => m.LeadResponsibility, nameof(Measure.LeadResponsibilityId));
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_measures_one_owner", "num_nonnulls(aim_id, driver_id, project_id) = 1"));
    }

    public void Configure(EntityTypeBuilder<MeasureTarget> builder) =>
        builder.BelongsTo(t => t.Measure, nameof(MeasureTarget.MeasureId), m => m.Targets);

    public void Configure(EntityTypeBuilder<DataPoint> builder)
    {
        builder.ToTable("measure_points");
        builder.BelongsTo(p => p.Measure, nameof(DataPoint.MeasureId), m => m.Points);
    }
}
