using InspectionPortal.Domain.Text;
namespace InspectionPortal.Domain.Measures.Charts;

/// <summary>The periods of a chart: the names of those that have figures, the places of those that have none.</summary>
public sealed record ChartPeriods(MeasureFrequency Every)
{
    /// <summary>More places than this and missing ones are no longer filled in: the words cannot be right.</summary>
    private const int MostMissing = 240;

    public string Word => Every.Word;
    public int Months => Every.Months;
    public int Days => Every.Days;

    /// <summary>What a day says where it ends a period: "September 2020" for a month, else the day.</summary>
    public string Name(DateOnly day) => Months == 1 && day.Day == DateTime.DaysInMonth(day.Year, day.Month)
        ? DateFormat.Month(day)
        : DateFormat.Full(day);

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
