using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Scrutiny;

/// <summary>Which scrutiny body may read a plan, how much of it, and from when until when, in real time.</summary>
public sealed class ScrutinyGrant : TenantEntity
{
    /// <summary>So many days before it ends, those concerned are told.</summary>
    public const int ExpiryNoticeDays = 7;

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

    /// <summary>When people were told that it ends; null where they were not.</summary>
    public DateTimeOffset? ExpiryToldAt { get; set; }

    /// <summary>
    /// True where it is open, ends within <see cref="ExpiryNoticeDays"/> days, and nobody was told. What was granted for less than that
    /// said when it ends when it was granted.
    /// </summary>
    public bool IsEndingSoon(DateTimeOffset now) => RevokedAt is null && ExpiryToldAt is null && Until is { } until
        && until > now && until.AddDays(-ExpiryNoticeDays) is var notice && notice <= now && From <= notice;
}
