using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Real time as people in this partnership read it. What the plan takes for today is <see cref="PlanClock"/>'s business.</summary>
public sealed class PartnershipTime(TimeProvider time, CurrentSession current)
{
    private string Zone => current.RequiredTenant.Partnership.TimeZone;

    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Today in the partnership's zone.</summary>
    public DateOnly Today => DateFormat.LocalDay(time.GetUtcNow(), Zone);

    /// <summary>That moment in the partnership's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => DateFormat.Local(at, Zone);

    /// <summary>Such as "20 November 2026 at 14:02".</summary>
    public string Words(DateTimeOffset at) => DateFormat.Moment(at, Zone);
}
