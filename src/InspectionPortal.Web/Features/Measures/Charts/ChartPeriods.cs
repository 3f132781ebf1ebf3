namespace InspectionPortal.Web.Features.Measures.Charts;

/// <summary>How often figures are taken, as understood from the words of the measure; null periods where they say nothing that is understood.</summary>
public sealed record ChartPeriods(string Word, int Months, int Days)
{
    /// <summary>More places than this and missing ones are no longer filled in: the words cannot be right.</summary>
    private const int MostMissing = 240;

    private static readonly (string Part, ChartPeriods Periods)[] Known =
    [
        ("fortnight", new("fortnight", 0, 14)), ("week", new("week", 0, 7)), ("quarter", new("quarter", 3, 0)), ("3 month", new("quarter", 3, 0)), ("three month", new("quarter", 3, 0)),
        ("6 month", new("half-year", 6, 0)), ("six month", new("half-year", 6, 0)), ("half", new("half-year", 6, 0)), ("twice", new("half-year", 6, 0)), ("month", new("month", 1, 0)), ("year", new("year", 12, 0)), ("annual", new("year", 12, 0)), ("daily", new("day", 0, 1)),
    ];

    public static ChartPeriods None { get; } = new("figure", 0, 0);

    public static ChartPeriods Of(string? frequency) =>
        frequency is null ? None : Array.Find(Known, k => frequency.Contains(k.Part, StringComparison.OrdinalIgnoreCase)).Periods ?? None;

    /// <summary>What a day says where it ends a period: "September 2020" for a month, else the day.</summary>
    public string Name(DateOnly day) => Months == 1 && day.Day == DateTime.DaysInMonth(day.Year, day.Month)
        ? day.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)
        : day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The days of the periods that lie between two figures and have none.</summary>
    public IEnumerable<DateOnly> Between(DateOnly earlier, DateOnly later)
    {
        var missing = Math.Min(MostMissing, Steps(earlier, later) - 1);
        for (var i = 1; i <= missing; i++)
        {
            yield return Months > 0 ? EndOfMonth(earlier.AddMonths(Months * i), earlier) : earlier.AddDays(Days * i);
        }
    }

    private int Steps(DateOnly earlier, DateOnly later)
    {
        var length = Months > 0 ? (double)(((later.Year - earlier.Year) * 12) + later.Month - earlier.Month) / Months
            : Days > 0 ? (double)(later.DayNumber - earlier.DayNumber) / Days
            : 0;
        return (int)Math.Round(length, MidpointRounding.AwayFromZero);
    }

    /// <summary>A series of month ends stays one: after 30 September comes 31 October.</summary>
    private static DateOnly EndOfMonth(DateOnly day, DateOnly like) =>
        like.Day == DateTime.DaysInMonth(like.Year, like.Month) ? new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)) : day;
}
