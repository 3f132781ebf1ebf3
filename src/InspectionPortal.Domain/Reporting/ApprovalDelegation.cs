using System.Linq.Expressions;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// A member who decides on reports for a chief officer between two days, in real time and in the partnership's zone. The chief officer
/// and the delegate have one vote together. Whether it is in force also depends on the roles of both: see the query over delegations.
/// </summary>
public sealed class ApprovalDelegation : TenantEntity
{
    /// <summary>The most days that one delegation can last.</summary>
    public const int DaysMaximum = 184;

    /// <summary>The chief officer whose vote it is.</summary>
    public Guid OfficerUserId { get; set; }
    public PortalUser? Officer { get; set; }

    /// <summary>The member who decides for them.</summary>
    public Guid DelegateUserId { get; set; }
    public PortalUser? Delegate { get; set; }

    /// <summary>First day on which they decide.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day on which they decide.</summary>
    public DateOnly Until { get; set; }

    /// <summary>When the chief officer named them.</summary>
    public DateTimeOffset NamedAt { get; set; }

    /// <summary>When it ended before its last day was over; null where it did not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who ended it; null where it ended with a role.</summary>
    public Guid? EndedByUserId { get; private set; }

    /// <summary>Those that hold on a day and were not ended: the first and the last day count.</summary>
    public static Expression<Func<ApprovalDelegation, bool>> HoldsOn(DateOnly day) =>
        d => d.EndedAt == null && d.From <= day && d.Until >= day;

    /// <summary>Those that hold on a day or will hold later.</summary>
    public static Expression<Func<ApprovalDelegation, bool>> NotOverOn(DateOnly day) => d => d.EndedAt == null && d.Until >= day;

    /// <summary>The same as <see cref="HoldsOn"/> for a row that was read.</summary>
    public bool IsOn(DateOnly day) => EndedAt is null && From <= day && Until >= day;

    /// <summary>True where it shares a day with that span.</summary>
    public bool Overlaps(DateOnly from, DateOnly until) => EndedAt is null && From <= until && Until >= from;

    /// <summary>Ends it now. What was decided before stays.</summary>
    /// <param name="at">Now.</param>
    /// <param name="by">Who ends it; null where a role that it needs was removed.</param>
    public void End(DateTimeOffset at, Guid? by)
    {
        if (EndedAt is null)
        {
            EndedAt = at;
            EndedByUserId = by;
        }
    }
}
