using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// Works out the periods of a reporting calendar. An opening day, a due day or a computed meeting that falls on a weekend or a bank
/// holiday moves to the next working day; a meeting date that people entered stays as it is.
/// </summary>
public sealed class ReportingCalendarPlanner(ReportingCalendar calendar)
{
    /// <summary>A period that opens late still leaves so many days to answer, unless the calendar itself gives fewer.</summary>
    private const int FewestDaysToAnswer = 7;

    /// <summary>Five years of months, and every meeting: what weekends and bank holidays do to the days is seen by then.</summary>
    private const int PeriodsChecked = ReportingCalendar.MeetingDatesMaximum;

    /// <summary>Later than any date that a form takes.</summary>
    private const int LastYear = 2299;

    private const int MonthsInYear = 12;
    private const int MonthsInQuarter = 3;
    private const int FirstMonthOfFinancialYear = 4;

    private readonly WorkingDays _workingDays = new(calendar.Region);

    /// <summary>
    /// Every period from the one that has <paramref name="day"/>, or the first after it, in order. There are always more, but for meetings.
    /// </summary>
    public IEnumerable<PlannedPeriod> From(DateOnly day) =>
        Spans(day > calendar.StartsOn ? day : calendar.StartsOn).Select(Plan);

    /// <summary>The last period whose opening day has come; null before the first.</summary>
    /// <param name="today">The real day in the partnership's zone.</param>
    public PlannedPeriod? Latest(DateOnly today) =>
        From(today.AddYears(-1)).TakeWhile(p => p.OpensOn <= today).LastOrDefault();

    /// <summary>The first period that opens after <paramref name="today"/>; null where the meeting dates have come to an end.</summary>
    public PlannedPeriod? Next(DateOnly today) => From(today.AddYears(-1)).FirstOrDefault(p => p.OpensOn > today);

    /// <summary>The first period that is not over and whose days are out of order, with what is wrong; null where all is well.</summary>
    /// <param name="today">The real day in the partnership's zone.</param>
    public (PlannedPeriod Period, CalendarProblem Problem)? FindProblem(DateOnly today)
    {
        foreach (var period in From(today).Take(PeriodsChecked))
        {
            if (period.DueOn < period.From)
            {
                return (period, CalendarProblem.DueBeforePeriod);
            }

            if (period.MeetingOn < period.DueOn)
            {
                return (period, CalendarProblem.DueAfterMeeting);
            }
        }

        return null;
    }

    /// <summary>
    /// The days of a period that opens on <paramref name="today"/>. On time they are as planned. Later, as after the portal was
    /// down, it opens today, and where too few days are left the due day is counted from today.
    /// </summary>
    public PlannedPeriod OpenedOn(PlannedPeriod period, DateOnly today)
    {
        if (today <= period.OpensOn)
        {
            return period;
        }

        var fewest = Math.Min(FewestDaysToAnswer, period.DueOn.DayNumber - period.OpensOn.DayNumber);
        if (period.DueOn.DayNumber - today.DayNumber >= fewest)
        {
            return period with { OpensOn = today };
        }

        var due = DueAfter(today);
        return period with
        {
            OpensOn = today,
            DueOn = due,
            MeetingOn = calendar.Kind == ReportingCalendarKind.MeetingDates ? NotBefore(due, period.MeetingOn) : MeetingAfter(due),
        };
    }

    /// <summary>A meeting that is over, or too soon for the new due day, is left out.</summary>
    private static DateOnly? NotBefore(DateOnly due, DateOnly? meeting) => meeting >= due ? meeting : null;

    private PlannedPeriod Plan(CalendarSpan span)
    {
        var opens = _workingDays.OnOrAfter((span.Meeting ?? span.To).AddDays(calendar.OpensAfterDays));
        var due = DueAfter(opens);
        return new PlannedPeriod(Title(span), span.From, span.To, opens, due, span.Meeting ?? MeetingAfter(due));
    }

    private DateOnly DueAfter(DateOnly opens) => calendar.DueInWorkingDays
        ? _workingDays.After(opens, calendar.DueAfterDays)
        : _workingDays.OnOrAfter(opens.AddDays(calendar.DueAfterDays));

    private DateOnly? MeetingAfter(DateOnly due) =>
        calendar.MeetingAfterDays is { } days ? _workingDays.OnOrAfter(due.AddDays(days)) : null;

    private IEnumerable<CalendarSpan> Spans(DateOnly day) =>
        calendar.Kind == ReportingCalendarKind.MeetingDates ? BetweenMeetings(day) : OfMonths(day);

    /// <summary>Whole quarters or months. The first is cut to where the calendar starts.</summary>
    private IEnumerable<CalendarSpan> OfMonths(DateOnly day)
    {
        var length = calendar.Kind == ReportingCalendarKind.Months ? 1 : MonthsInQuarter;
        var from = new DateOnly(day.Year, day.Month, 1).AddMonths(-((day.Month - 1) % length));
        while (from.Year <= LastYear)
        {
            yield return new CalendarSpan(from < calendar.StartsOn ? calendar.StartsOn : from, from.AddMonths(length).AddDays(-1));
            from = from.AddMonths(length);
        }
    }

    /// <summary>Each period begins on the day of a meeting and ends on the day before the next.</summary>
    private IEnumerable<CalendarSpan> BetweenMeetings(DateOnly day)
    {
        var from = calendar.StartsOn;
        foreach (var meeting in calendar.MeetingDates.Where(m => m > calendar.StartsOn).Order())
        {
            if (meeting > day)
            {
                yield return new CalendarSpan(from, meeting.AddDays(-1), meeting);
            }

            from = meeting;
        }
    }

    private string Title(CalendarSpan span)
    {
        if (calendar.Kind == ReportingCalendarKind.MeetingDates || span.From.Day != 1 || !IsWhole(span))
        {
            return DateFormat.Days(span.From, span.To);
        }

        return calendar.Kind switch
        {
            ReportingCalendarKind.Months => DateFormat.Month(span.From),
            ReportingCalendarKind.FinancialQuarters => $"{DateFormat.Months(span.From, span.To)} ({FinancialQuarter(span.From)})",
            _ => DateFormat.Months(span.From, span.To),
        };
    }

    private bool IsWhole(CalendarSpan span) =>
        calendar.Kind == ReportingCalendarKind.Months || span.From.AddMonths(MonthsInQuarter).AddDays(-1) == span.To;

    /// <summary>"quarter 3 of 2026 to 2027".</summary>
    private static string FinancialQuarter(DateOnly from)
    {
        var quarter = ((from.Month - FirstMonthOfFinancialYear + MonthsInYear) % MonthsInYear / MonthsInQuarter) + 1;
        var year = from.Month < FirstMonthOfFinancialYear ? from.Year - 1 : from.Year;
        return $"quarter {quarter} of {year} to {year + 1}";
    }
}
