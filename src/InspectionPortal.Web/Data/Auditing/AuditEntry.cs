using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>Who changed what in a partnership, from what to what. Append-only: the app's database role can neither update nor delete it.</summary>
public sealed class AuditEntry : TenantEntity
{
    public DateTimeOffset At { get; set; }

    /// <summary>Null where the portal itself acted, as when it seeds a demonstration.</summary>
    public Guid? UserId { get; set; }

    public AuditAction Action { get; set; }

    /// <summary>The kind of thing, such as "ImprovementProject".</summary>
    [MaxLength(80)]
    public required string EntityType { get; set; }

    public Guid EntityId { get; set; }

    /// <summary>The command that did it.</summary>
    [MaxLength(100)]
    public required string Command { get; set; }

    /// <summary>JSON object: for each changed field its value before and after.</summary>
    public required string Changes { get; set; }
}

/// <summary>Who changed what on the platform: partnerships, scrutiny bodies, accounts. Append-only.</summary>
public sealed class PlatformAuditEntry
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; set; }
    public Guid? UserId { get; set; }
    public AuditAction Action { get; set; }

    [MaxLength(80)]
    public required string EntityType { get; set; }

    [MaxLength(80)]
    public required string EntityId { get; set; }

    [MaxLength(100)]
    public required string Command { get; set; }

    public required string Changes { get; set; }
}

public enum AuditAction
{
    Added,
    Changed,
    Removed,
}

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
    }
}
