using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>A further aim, driver or project that looks at a measure: exactly one of the three. Its home stays on the measure.</summary>
public sealed class MeasureUse : TenantEntity
{
    public Guid MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public Guid? AimId { get; set; }
    public StretchAim? Aim { get; set; }
    public Guid? DriverId { get; set; }
    public KeyDriver? Driver { get; set; }
    public Guid? ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
}

internal sealed class MeasureUseMapping : IEntityTypeConfiguration<MeasureUse>
{
    public void Configure(EntityTypeBuilder<MeasureUse> builder)
    {
        builder.BelongsTo(u => u.Measure, nameof(MeasureUse.MeasureId), m => m.Uses);
        builder.BelongsTo(u => u.Aim, nameof(MeasureUse.AimId));
        builder.BelongsTo(u => u.Driver, nameof(MeasureUse.DriverId));
        builder.BelongsTo(u => u.Project, nameof(MeasureUse.ProjectId));
        builder.HasIndex(u => new { u.TenantId, u.MeasureId, u.AimId, u.DriverId, u.ProjectId }).IsUnique().AreNullsDistinct(false);
        builder.ToTable(t => t.HasCheckConstraint("ck_measure_uses_one_place", "num_nonnulls(aim_id, driver_id, project_id) = 1"));
    }
}
