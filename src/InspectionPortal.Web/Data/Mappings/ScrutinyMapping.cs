using InspectionPortal.Domain.Scrutiny;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class ScrutinyMapping :
    IEntityTypeConfiguration<ScrutinyBody>, IEntityTypeConfiguration<LinkOfficer>, IEntityTypeConfiguration<ScrutinyGrant>,
    IEntityTypeConfiguration<AccessEntry>
{
    public void Configure(EntityTypeBuilder<ScrutinyBody> builder)
    {
        builder.Property(b => b.Version).IsRowVersion();
        builder.HasIndex(b => b.ShortName).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LinkOfficer> builder)
    {
        builder.ToTable("scrutiny_officers");
        builder.Property(o => o.Version).IsRowVersion();
        builder.HasOne(o => o.Body).WithMany(b => b.Officers).HasForeignKey(o => o.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(o => o.User).WithMany().HasForeignKey(o => o.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.UserId, o.BodyId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ScrutinyGrant> builder)
    {
        builder.BelongsTo(g => g.Plan, nameof(ScrutinyGrant.PlanId));
        builder.HasOne(g => g.Body).WithMany().HasForeignKey(g => g.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.TenantId, g.BodyId });

        // A link officer's grants, and what they read, are looked for across partnerships. Hash: every B-tree begins with the partnership.
        builder.HasIndex(g => g.BodyId).HasMethod("hash");
    }

    public void Configure(EntityTypeBuilder<AccessEntry> builder)
    {
        builder.HasIndex(e => new { e.TenantId, e.At });
        builder.HasIndex(e => e.UserId).HasMethod("hash");
    }
}
