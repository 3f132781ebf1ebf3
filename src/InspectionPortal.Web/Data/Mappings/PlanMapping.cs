using InspectionPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class PlanMapping :
    IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<PlanSection>, IEntityTypeConfiguration<ExternalPlan>,
        IEntityTypeConfiguration<PlanInspection>,
    IEntityTypeConfiguration<StretchAim>, IEntityTypeConfiguration<KeyDriver>
{
    public void Configure(EntityTypeBuilder<Plan> builder) => builder.BelongsTo(p => p.Predecessor, nameof(Plan.PredecessorId));

    public void Configure(EntityTypeBuilder<PlanSection> builder) =>
        builder.BelongsTo(s => s.Plan, nameof(PlanSection.PlanId), p => p.Sections);

    public void Configure(EntityTypeBuilder<ExternalPlan> builder) =>
        builder.BelongsTo(e => e.Plan, nameof(ExternalPlan.PlanId), p => p.ExternalPlans);

    public void Configure(EntityTypeBuilder<PlanInspection> builder)
    {
        builder.BelongsTo(l => l.Plan, nameof(PlanInspection.PlanId), p => p.Inspections);
        builder.BelongsTo(l => l.Inspection, nameof(PlanInspection.InspectionId));
    }

    public void Configure(EntityTypeBuilder<StretchAim> builder)
    {
        builder.BelongsTo(a => a.Plan, nameof(StretchAim.PlanId), p => p.Aims);
        builder.BelongsTo(a => a.Predecessor, nameof(StretchAim.PredecessorId));
    }

    public void Configure(EntityTypeBuilder<KeyDriver> builder)
    {
        builder.BelongsTo(d => d.Aim, nameof(KeyDriver.AimId), a => a.Drivers);
        builder.BelongsTo(d => d.Parent, nameof(KeyDriver.ParentId));
        builder.BelongsTo(d => d.Predecessor, nameof(KeyDriver.PredecessorId));
        builder.Property(d => d.PlanId).ValueGeneratedOnAddOrUpdate();
    }
}
