using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>
/// The clock of plan arithmetic (late, which period): the partnership's as-at date where it is a demonstration, else now.
/// Grants, sessions, audit, access log and approvals use the real <see cref="TimeProvider"/>.
/// </summary>
public sealed class PlanClock(TimeProvider real, CurrentSession current) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.FindSystemTimeZoneById(current.RequiredTenant.Partnership.TimeZone);

    public override DateTimeOffset GetUtcNow() => current.RequiredTenant.Partnership.AsAt is { } asAt
        ? new DateTimeOffset(asAt.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero)
        : real.GetUtcNow();

    /// <summary>Today, in the partnership's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(GetLocalNow().DateTime);
}
