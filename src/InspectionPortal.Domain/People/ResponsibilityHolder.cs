using System.Linq.Expressions;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.People;

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

    /// <summary>True where it is held on one of these days too. Nobody holds the same thing twice on one day.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day; null for no end.</param>
    public bool Overlaps(DateOnly from, DateOnly? until) => (until is null || From <= until) && (Until is null || Until >= from);

    /// <summary>Those who have the responsibility on a day: the first and the last day count.</summary>
    public static Expression<Func<ResponsibilityHolder, bool>> HoldsOn(DateOnly day) =>
        h => h.From <= day && (h.Until == null || h.Until >= day);

    /// <summary>Those who have it on a day or will have it later.</summary>
    public static Expression<Func<ResponsibilityHolder, bool>> NotEndedOn(DateOnly day) => h => h.Until == null || h.Until >= day;

    /// <summary>The same as <see cref="HoldsOn"/> for values in a projection, where a query cannot call an expression.</summary>
    public static bool IsHeldOn(DateOnly from, DateOnly? until, DateOnly day) => from <= day && (until is null || until >= day);
}
