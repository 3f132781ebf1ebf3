using System.ComponentModel.DataAnnotations;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InspectionPortal.Web.Features.People;

/// <summary>One role of one person in one partnership. Roles add up.</summary>
public sealed class Membership : TenantEntity
{
    public const int CapacityMaxLength = 200;

    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }
    public PartnershipRole Role { get; set; }

    /// <summary>The post in which a chief officer signs, such as "Chief Executive, NHS Grampian".</summary>
    [MaxLength(CapacityMaxLength)]
    public string? Capacity { get; set; }
}

/// <summary>Whoever speaks or leads: an organisation, a service, a committee or a standing group.</summary>
public sealed class Agency : TenantEntity
{
    public const int NameMaxLength = 200;
    public const int CodeMaxLength = 30;

    [MaxLength(NameMaxLength)]
    public required string Name { get; set; }

    [MaxLength(CodeMaxLength)]
    public required string Code { get; set; }

    public AgencyKind Kind { get; set; }

    [MaxLength(NameMaxLength)]
    public string? Chair { get; set; }

    /// <summary>Next step up the governance chain.</summary>
    public Guid? ReportsToId { get; set; }

    public Agency? ReportsTo { get; set; }
}

public enum AgencyKind
{
    Organisation,
    Service,
    Committee,
    Group,
    Team,
}

/// <summary>A post, group, team or person that answers for things.</summary>
public sealed class LeadResponsibility : TenantEntity
{
    public const int NameMaxLength = 200;

    [MaxLength(NameMaxLength)]
    public required string Name { get; set; }

    public ResponsibilityKind Kind { get; set; }
    public Guid? AgencyId { get; set; }
    public Agency? Agency { get; set; }

    /// <summary>Other spellings of it in the plan.</summary>
    public List<string> AlsoWritten { get; set; } = [];

    public List<ResponsibilityHolder> Holders { get; } = [];
    public List<ProjectLead> Projects { get; } = [];
}

public enum ResponsibilityKind
{
    Post,
    Group,
    Team,
    Person,
}

/// <summary>Who holds a responsibility, from when until when, in real time.</summary>
public sealed class ResponsibilityHolder : TenantEntity
{
    public Guid LeadResponsibilityId { get; set; }
    public LeadResponsibility? LeadResponsibility { get; set; }
    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }
    public DateOnly From { get; set; }

    /// <summary>Last day on which it is held; null is still.</summary>
    public DateOnly? Until { get; set; }
}

internal sealed class PeopleMapping :
    IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Agency>, IEntityTypeConfiguration<LeadResponsibility>,
    IEntityTypeConfiguration<ResponsibilityHolder>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.TenantId, m.UserId, m.Role }).IsUnique();
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
    }

    public void Configure(EntityTypeBuilder<ResponsibilityHolder> builder)
    {
        builder.BelongsTo(h => h.LeadResponsibility, nameof(ResponsibilityHolder.LeadResponsibilityId), r => r.Holders);
        builder.HasOne(h => h.User).WithMany().HasForeignKey(h => h.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.TenantId, h.UserId });
    }
}
