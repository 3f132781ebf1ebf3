using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Scrutiny;

/// <summary>Which scrutiny body may read a plan, how much of it, and from when until when, in real time.</summary>
public sealed class ScrutinyGrant : TenantEntity
{
    /// <summary>So many days before it ends, those concerned are told; of shorter access, halfway through.</summary>
    public const int ExpiryNoticeDays = 14;

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
    /// When those concerned are told that it ends: <see cref="ExpiryNoticeDays"/> days before, or halfway through access that is shorter
    /// than that, so that even access of a day is warned of in time and not when it begins. Null where it has no end.
    /// </summary>
    public DateTimeOffset? ExpiryNoticeAt => Until is not { } until ? null
        : until.AddDays(-ExpiryNoticeDays) is var notice && notice >= From ? notice
        : From + ((until - From) / 2);

    /// <summary>True where it is open, its notice is due, and nobody was told.</summary>
    public bool IsEndingSoon(DateTimeOffset now) =>
        RevokedAt is null && ExpiryToldAt is null && From <= now && Until > now && ExpiryNoticeAt <= now;
}
