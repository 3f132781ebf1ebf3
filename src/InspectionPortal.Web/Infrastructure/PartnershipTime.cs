using System.Globalization;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Real time as people in this partnership read it. What the plan takes for today is <see cref="PlanClock"/>'s business.</summary>
public sealed class PartnershipTime(TimeProvider time, CurrentSession current)
{
    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Today in the partnership's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(time.GetUtcNow()).DateTime);

    /// <summary>That moment in the partnership's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(current.RequiredTenant.Partnership.TimeZone));

    /// <summary>Such as "20 November 2026, 14:02".</summary>
    public string Words(DateTimeOffset at) => Local(at).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
