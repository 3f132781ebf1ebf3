using InspectionPortal.Domain.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class EvidenceMapping
    : IEntityTypeConfiguration<EvidenceItem>, IEntityTypeConfiguration<EvidenceVersion>, IEntityTypeConfiguration<EvidenceLink>,
        IEntityTypeConfiguration<StagedFile>
{
    /// <summary>Two people destroy files, and only of what was withdrawn.</summary>
    public void Configure(EntityTypeBuilder<EvidenceItem> builder) => builder.ToTable(t => t.HasCheckConstraint(
        "ck_evidence_items_destroyed_by_two",
        "destroyed_at is null or (withdrawn_at is not null and destruction_reason is not null "
        + "and destruction_requested_by_user_id is not null and destroyed_by_user_id is not null "
        + "and destroyed_by_user_id <> destruction_requested_by_user_id)"));

    public void Configure(EntityTypeBuilder<StagedFile> builder) => builder.Property(f => f.Contents)
        .HasConversion<JsonColumnConverter<IReadOnlyList<ArchivedFile>>, JsonColumnComparer<IReadOnlyList<ArchivedFile>>>()
            .HasColumnType("jsonb");

    public void Configure(EntityTypeBuilder<EvidenceVersion> builder)
    {
        builder.BelongsTo(v => v.Item, nameof(EvidenceVersion.ItemId), i => i.Versions);
        builder.HasIndex(v => new { v.TenantId, v.ItemId, v.Number }).IsUnique();
        builder.Property(v => v.Contents)
            .HasConversion<JsonColumnConverter<IReadOnlyList<ArchivedFile>>, JsonColumnComparer<IReadOnlyList<ArchivedFile>>>()
                .HasColumnType("jsonb");
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_evidence_versions_released_clean", "released_at is null or scan in ('Clean', 'NotNeeded')");
            t.HasCheckConstraint("ck_evidence_versions_destroyed", "destroyed_at is null or storage_name is null");
        });
    }

    public void Configure(EntityTypeBuilder<EvidenceLink> builder)
    {
        builder.BelongsTo(l => l.Item, nameof(EvidenceLink.ItemId), i => i.Links);
        builder.BelongsTo(l => l.Recommendation, nameof(EvidenceLink.RecommendationId));
        builder.BelongsTo(l => l.Project, nameof(EvidenceLink.ProjectId));
        builder.BelongsTo(l => l.Measure, nameof(EvidenceLink.MeasureId));
        builder.BelongsTo(l => l.SubAction, nameof(EvidenceLink.SubActionId));
        builder.BelongsTo(l => l.Update, nameof(EvidenceLink.UpdateId));
        builder.Property(l => l.IsReleased).ValueGeneratedOnAddOrUpdate();
        builder.Property(l => l.PlanId).ValueGeneratedOnAddOrUpdate();
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_evidence_links_one_target",
            "num_nonnulls(recommendation_id, project_id, measure_id, sub_action_id, update_id) = 1"));
    }
}
