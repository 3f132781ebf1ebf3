using System.Globalization;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Real time as people in this partnership read it. What the plan takes for today is <see cref="PlanClock"/>'s business.</summary>
public sealed class PartnershipTime(TimeProvider time, CurrentSession current)
{
    private string Zone => current.RequiredTenant.Partnership.TimeZone;

    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Today in the partnership's zone.</summary>
    public DateOnly Today => DayWords.LocalDay(time.GetUtcNow(), Zone);

    /// <summary>That moment in the partnership's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => DayWords.Local(at, Zone);

    /// <summary>Such as "20 November 2026, 14:02".</summary>
    public string Words(DateTimeOffset at) => Local(at).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
