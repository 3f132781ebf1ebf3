using InspectionPortal.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class ProjectMapping :
    IEntityTypeConfiguration<ImprovementProject>, IEntityTypeConfiguration<ProjectLead>, IEntityTypeConfiguration<DeadlineSlip>,
    IEntityTypeConfiguration<SubAction>, IEntityTypeConfiguration<SubActionOwner>, IEntityTypeConfiguration<CategoryNote>,
    IEntityTypeConfiguration<DependsOn>
{
    public void Configure(EntityTypeBuilder<ImprovementProject> builder)
    {
        builder.BelongsTo(p => p.Aim, nameof(ImprovementProject.AimId), a => a.Projects);
        builder.BelongsTo(p => p.Driver, nameof(ImprovementProject.DriverId), d => d.Projects);
        builder.BelongsTo(p => p.Predecessor, nameof(ImprovementProject.PredecessorId));
        builder.Property(p => p.PlanId).ValueGeneratedOnAddOrUpdate();
    }

    public void Configure(EntityTypeBuilder<ProjectLead> builder)
    {
        builder.BelongsTo(l => l.Project, nameof(ProjectLead.ProjectId), p => p.Leads);
        builder.BelongsTo(l => l.LeadResponsibility, nameof(ProjectLead.LeadResponsibilityId), r => r.Projects);
    }

    public void Configure(EntityTypeBuilder<DeadlineSlip> builder) =>
        builder.BelongsTo(s => s.Project, nameof(DeadlineSlip.ProjectId), p => p.Slips);

    public void Configure(EntityTypeBuilder<SubAction> builder) =>
        builder.BelongsTo(s => s.Project, nameof(SubAction.ProjectId), p => p.SubActions);

    public void Configure(EntityTypeBuilder<CategoryNote> builder)
    {
        builder.BelongsTo(n => n.Project, nameof(CategoryNote.ProjectId), p => p.CategoryNotes);
        builder.HasIndex(n => new { n.TenantId, n.ProjectId, n.Category }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DependsOn> builder)
    {
        builder.BelongsTo(d => d.Project, nameof(DependsOn.ProjectId), p => p.Dependencies);
        builder.BelongsTo(d => d.OnAim, nameof(DependsOn.OnAimId));
        builder.BelongsTo(d => d.OnProject, nameof(DependsOn.OnProjectId));
        builder.ToTable("depends_on", t => t.HasCheckConstraint("ck_depends_on_one_target", "num_nonnulls(on_aim_id, on_project_id) <= 1"));
    }

    public void Configure(EntityTypeBuilder<SubActionOwner> builder)
    {
        builder.BelongsTo(o => o.SubAction, nameof(SubActionOwner.SubActionId), s => s.Owners);
        builder.BelongsTo(o => o.LeadResponsibility, nameof(SubActionOwner.LeadResponsibilityId));
    }
}
