using InspectionPortal.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class PeopleMapping :
    IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Agency>, IEntityTypeConfiguration<LeadResponsibility>,
    IEntityTypeConfiguration<ResponsibilityHolder>
{
    /// <summary>What the database shows link officers in place of the name of a responsibility. It works it out itself.</summary>
    public const string NameForScrutiny = "NameForScrutiny";

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.TenantId, m.UserId, m.Role }).IsUnique();

        // A person's own memberships are looked for across partnerships. Hash: every B-tree begins with the partnership.
        builder.HasIndex(m => m.UserId).HasMethod("hash");
    }

    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.BelongsTo(a => a.ReportsTo, nameof(Agency.ReportsToId));
        builder.HasIndex(a => new { a.TenantId, a.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LeadResponsibility> builder)
    {
        builder.BelongsTo(r => r.Agency, nameof(LeadResponsibility.AgencyId));
        builder.HasIndex(r => new { r.TenantId, r.Name }).IsUnique();
        builder.Property<string>(NameForScrutiny).IsRequired().HasMaxLength(LeadResponsibility.NameMaxLength)
            .ValueGeneratedOnAddOrUpdate();
    }

    public void Configure(EntityTypeBuilder<ResponsibilityHolder> builder)
    {
        builder.BelongsTo(h => h.LeadResponsibility, nameof(ResponsibilityHolder.LeadResponsibilityId), r => r.Holders);
        builder.HasOne(h => h.User).WithMany().HasForeignKey(h => h.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.TenantId, h.UserId });
    }
}
