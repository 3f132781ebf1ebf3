using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// What a reporting calendar asks for on a day. Only the latest period is ever opened: after a long time without the portal,
/// nobody can usefully be asked about several old ones.
/// </summary>
/// <param name="State">What is to be done.</param>
/// <param name="Period">
/// The period to open, with the days it gets when it opens today; else the latest one, as planned; null before the first.
/// </param>
/// <param name="Blocking">The title of the period in its way, for <see cref="CalendarOpeningState.Overlapping"/>.</param>
public sealed record CalendarOpening(CalendarOpeningState State, PlannedPeriod? Period = null, string? Blocking = null)
{
    /// <summary>Compares the calendar with the periods that the plan has.</summary>
    /// <param name="calendar">The plan's calendar.</param>
    /// <param name="existing">All periods of the plan, in whatever state and however they were opened.</param>
    /// <param name="today">The real day in the partnership's zone.</param>
    public static CalendarOpening At(ReportingCalendar calendar, IReadOnlyCollection<PeriodDays> existing, DateOnly today)
    {
        if (!calendar.IsOn)
        {
            return new CalendarOpening(CalendarOpeningState.Off);
        }

        var planner = new ReportingCalendarPlanner(calendar);
        if (planner.Latest(today) is not { } latest)
        {
            return new CalendarOpening(CalendarOpeningState.NotYet);
        }

        if (existing.Any(p => latest.IsWithin(p.From, p.To)))
        {
            return new CalendarOpening(CalendarOpeningState.Opened, latest);
        }

        return existing.Where(p => latest.Overlaps(p.From, p.To)).MaxBy(p => p.To) is { } other
            ? new CalendarOpening(CalendarOpeningState.Overlapping, latest, other.Title)
            : new CalendarOpening(CalendarOpeningState.Due, planner.OpenedOn(latest, today));
    }

    /// <summary>A title for a new period that no period of the plan has: its own, else its days, else those with a number.</summary>
    public static string TitleFor(PlannedPeriod period, IReadOnlyCollection<PeriodDays> existing)
    {
        var days = DateFormat.Days(period.From, period.To);
        var taken = existing.Select(p => p.Title).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(2, taken.Count + 1).Select(number => $"{days} ({number})")
            .Prepend(days).Prepend(period.Title).First(t => !taken.Contains(t));
    }
}
