using System.Globalization;

namespace InspectionPortal.Domain.Text;

/// <summary>Dates as people say them.</summary>
public static class DateFormat
{
    private const int DaysBeforeMonths = 60;
    private const double DaysInAMonth = 30.44;

    /// <summary>"30 September 2020".</summary>
    public static string Full(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment as its own clock has it.</summary>
    public static string Full(DateTime at) => Full(DateOnly.FromDateTime(at));

    /// <summary>The day of a moment in a zone by its IANA name, "26 October 2020".</summary>
    public static string Full(DateTimeOffset at, string zone) => Full(LocalDay(at, zone));

    /// <summary>The day of a moment in a zone.</summary>
    public static string Full(DateTimeOffset at, TimeZoneInfo zone) => Full(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>"September 2020".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"July to September 2020", "October 2020 to January 2021".</summary>
    public static string Months(DateOnly from, DateOnly to) => from.Year == to.Year
        ? $"{from.ToString("MMMM", CultureInfo.InvariantCulture)} to {Month(to)}"
        : $"{Month(from)} to {Month(to)}";

    /// <summary>"24 August to 23 November 2026", "24 November 2026 to 22 February 2027".</summary>
    public static string Days(DateOnly from, DateOnly to) =>
        $"{from.ToString(from.Year == to.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture)} to {Full(to)}";

    /// <summary>"30 Oct 2020", for drawings.</summary>
    public static string BriefWithYear(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

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
    public static DateTimeOffset Local(DateTimeOffset at, string zone) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>The day of a moment there.</summary>
    public static DateOnly LocalDay(DateTimeOffset at, string zone) => DateOnly.FromDateTime(Local(at, zone).DateTime);

    /// <summary>The first moment of a day in that zone.</summary>
    public static DateTimeOffset StartOf(DateOnly day, string zone)
    {
        var (start, place) = (day.ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(zone));
        return new DateTimeOffset(start, place.GetUtcOffset(start)).ToUniversalTime();
    }

    /// <summary>"14:32": the time of day there.</summary>
    public static string Time(DateTimeOffset at, string zone) => Local(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment there, "26 October 2020 at 14:32".</summary>
    public static string Moment(DateTimeOffset at, string zone) => Moment(Local(at, zone).DateTime);

    /// <summary>A moment in a zone, "26 October 2020 at 14:32".</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) => Moment(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>A moment as its own clock has it, "26 October 2020 at 14:32".</summary>
    public static string Moment(DateTime at) => at.ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"26 Oct 2020, 14:32", for tables of administrators.</summary>
    public static string BriefMoment(DateTime at) => at.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"26 Oct 2020, 14:32:05", where several happen within a minute.</summary>
    public static string ExactMoment(DateTime at) => at.ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Length(int days) => days < DaysBeforeMonths
        ? $"{days} days"
        : $"{Math.Round(days / DaysInAMonth, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)} months";
}
