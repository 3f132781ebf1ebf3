using System.Globalization;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Dates as people say them.</summary>
public static class DayWords
{
    private const int DaysBeforeMonths = 60;
    private const double DaysInAMonth = 30.44;

    /// <summary>"30 September 2020".</summary>
    public static string Full(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment in a zone by its IANA name, "26 October 2020".</summary>
    public static string Full(DateTimeOffset at, string zone) => Full(LocalDay(at, zone));

    /// <summary>"30 Oct".</summary>
    public static string Brief(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>"Friday 30 October 2020".</summary>
    public static string WithWeekday(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Friday 30 October", with the year where it is another than today's.</summary>
    public static string WithWeekday(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "dddd d MMMM" : "dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"today", "in 3 days", "in 11 months", "27 days ago".</summary>
    public static string FromNow(DateOnly day, DateOnly today)
    {
        var days = day.DayNumber - today.DayNumber;
        return days switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            > 0 => $"in {Length(days)}",
            _ => $"{Length(-days)} ago",
        };
    }

    /// <summary>A moment in a zone by its IANA name.</summary>
    public static DateTimeOffset Local(DateTimeOffset at, string zone) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>The day of a moment there.</summary>
    public static DateOnly LocalDay(DateTimeOffset at, string zone) => DateOnly.FromDateTime(Local(at, zone).DateTime);

    /// <summary>A moment there, "26 October 2020 at 14:32".</summary>
    public static string Moment(DateTimeOffset at, string zone) => Local(at, zone).ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    private static string Length(int days) => days < DaysBeforeMonths
        ? $"{days} days"
        : $"{Math.Round(days / DaysInAMonth, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)} months";
}
