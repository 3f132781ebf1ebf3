namespace InspectionPortal.Domain.Deadlines;

/// <summary>A date, or a period, found among the tokens of a deadline text.</summary>
/// <param name="Start">The first token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="First">The first day meant.</param>
/// <param name="Last">The last day meant.</param>
/// <param name="Kind">How exact the date is: date, month, quarter, season or year.</param>
/// <param name="Exists">False for a date that the calendar does not have, such as 31 February.</param>
/// <param name="IsRange">True when two dates were joined into one period: "October 2019 - October 2020".</param>
internal readonly record struct DateMention(
    int Start, int End, DateOnly First, DateOnly Last, DeadlineKind Kind, bool Exists = true, bool IsRange = false)
{
    public static DateMention OfDay(int start, int end, int year, int month, int day) =>
        IsYear(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(start, end, new DateOnly(year, month, day), new DateOnly(year, month, day), DeadlineKind.Date)
            : Impossible(start, end, DeadlineKind.Date);

    public static DateMention OfMonths(int start, int end, int year, int month, int length, DeadlineKind kind)
    {
        var first = new DateOnly(year, month, 1);
        return new(start, end, first, first.AddMonths(length).AddDays(-1), kind);
    }

    public static DateMention Impossible(int start, int end, DeadlineKind kind) => new(start, end, default, default, kind, Exists: false);

    /// <summary>The years a plan can speak of: 1900 to 2199.</summary>
    public static bool IsYear(int year) => year is >= 1900 and <= 2199;

    /// <summary>One period from the start of this to the end of a later one; impossible when the later one is earlier.</summary>
    public DateMention To(DateMention later) => First <= later.Last && Exists && later.Exists
        ? later with { Start = Start, First = First, IsRange = true }
        : Impossible(Start, later.End, later.Kind);
}
