using System.Globalization;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Real time as people in a partnership read it: who holds what today, when something was saved.</summary>
internal static class UpdateTimes
{
    /// <summary>The real day in the partnership's zone; never the as-at date of a demonstration.</summary>
    public static DateOnly RealToday(this TimeProvider time, SessionPartnership partnership) =>
        DateOnly.FromDateTime(In(partnership, time.GetUtcNow()).DateTime);

    /// <summary>"26 October 2020".</summary>
    public static string Day(SessionPartnership partnership, DateTimeOffset at) =>
        In(partnership, at).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"26 October 2020 at 14:32".</summary>
    public static string Moment(SessionPartnership partnership, DateTimeOffset at) =>
        In(partnership, at).ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Friday 30 October 2020".</summary>
    public static string WithWeekday(DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"30 October 2020".</summary>
    public static string Written(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static DateTimeOffset In(SessionPartnership partnership, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(partnership.TimeZone));
}
