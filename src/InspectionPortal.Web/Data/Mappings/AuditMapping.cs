using InspectionPortal.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Mappings;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<PlatformAuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(e => e.Changes).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.TenantId, e.EntityId });
        builder.HasIndex(e => new { e.TenantId, e.At });
    }

    public void Configure(EntityTypeBuilder<PlatformAuditEntry> builder)
    {
        builder.Property(e => e.Changes).HasColumnType("jsonb");
        builder.HasIndex(e => e.At);
        builder.HasIndex(e => new { e.EntityType, e.EntityId });
    }
}
