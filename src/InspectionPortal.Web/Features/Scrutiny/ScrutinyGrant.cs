using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>A scrutiny body: platform-wide, since one body inspects many partnerships.</summary>
public sealed class ScrutinyBody
{
    public const int NameMaxLength = 200;
    public const int ShortNameMaxLength = 60;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    [MaxLength(NameMaxLength)]
    public required string Name { get; set; }

    [MaxLength(ShortNameMaxLength)]
    public required string ShortName { get; set; }

    public uint Version { get; set; }
    public List<ScrutinyOfficer> Officers { get; } = [];
}

/// <summary>A link officer: a person who belongs to a scrutiny body.</summary>
public sealed class ScrutinyOfficer
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BodyId { get; set; }
    public ScrutinyBody? Body { get; set; }
    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }

    /// <summary>Start of the visit before this one: what "since I last looked" counts from.</summary>
    public DateTimeOffset? LastVisitAt { get; set; }

    public DateTimeOffset? CurrentVisitAt { get; set; }
    public uint Version { get; set; }
}

/// <summary>Which scrutiny body may read a plan, how much of it, and from when until when, in real time.</summary>
public sealed class ScrutinyGrant : TenantEntity
{
    public Guid BodyId { get; set; }
    public ScrutinyBody? Body { get; set; }

    /// <summary>Only this officer of the body; null opens it to all of them.</summary>
    public Guid? OfficerUserId { get; set; }

    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }
    public GrantScope Scope { get; set; }
    public DateTimeOffset From { get; set; }

    /// <summary>First moment at which it no longer opens anything; null is until revoked.</summary>
    public DateTimeOffset? Until { get; set; }

    public Guid GrantedByUserId { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
    public Guid? RevokedByUserId { get; set; }
}

/// <summary>How much a grant opens. Each wider scope contains the narrower.</summary>
public enum GrantScope
{
    ApprovedReports,
    LivePlan,
}

/// <summary>What someone outside the partnership read, and when. Append-only.</summary>
public sealed class AccessEntry : TenantEntity
{
    public Guid UserId { get; set; }

    [MaxLength(ScrutinyBody.NameMaxLength)]
    public required string BodyName { get; set; }

    /// <summary>The query that ran.</summary>
    [MaxLength(100)]
    public required string Query { get; set; }

    /// <summary>What was read, in words, such as "Evidence: Audit of 52 records".</summary>
    [MaxLength(400)]
    public required string What { get; set; }

    [MaxLength(400)]
    public required string Path { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class ScrutinyMapping :
    IEntityTypeConfiguration<ScrutinyBody>, IEntityTypeConfiguration<ScrutinyOfficer>, IEntityTypeConfiguration<ScrutinyGrant>,
    IEntityTypeConfiguration<AccessEntry>
{
    public void Configure(EntityTypeBuilder<ScrutinyBody> builder)
    {
        builder.Property(b => b.Version).IsRowVersion();
        builder.HasIndex(b => b.ShortName).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ScrutinyOfficer> builder)
    {
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
    }

    public void Configure(EntityTypeBuilder<AccessEntry> builder) => builder.HasIndex(e => new { e.TenantId, e.At });
}
