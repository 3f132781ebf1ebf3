using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>Says what a reporting calendar does next.</summary>
internal static class CalendarLines
{
    /// <summary>One or two sentences.</summary>
    /// <param name="calendar">The plan's calendar; null where none is set.</param>
    /// <param name="existing">The periods of the plan.</param>
    /// <param name="today">The day that counts as today.</param>
    /// <param name="isDemonstration">True where no period opens by itself.</param>
    public static string Of(ReportingCalendar? calendar, IReadOnlyList<PeriodDays> existing, DateOnly today, bool isDemonstration)
    {
        if (calendar is not { IsOn: true })
        {
            return $"{(calendar is null ? "No calendar is set." : "The calendar is off.")} Periods are opened by hand.";
        }

        if (isDemonstration)
        {
            return "This is a demonstration, so periods are opened by hand.";
        }

        var opening = CalendarOpening.At(calendar, existing, today);
        var next = Next(calendar, existing, today);
        return opening switch
        {
            { State: CalendarOpeningState.Due, Period: { } due } =>
                $"{due.Title} opens within an hour, between 8am and 6pm. Updates are due on {DateFormat.WithWeekday(due.DueOn)}.",
            { State: CalendarOpeningState.Overlapping, Period: { } late } =>
                $"{late.Title} has not opened, because {opening.Blocking} covers some of its days. "
                + $"Open a period by hand or change the calendar. {next}",
            _ => next,
        };
    }

    private static string Next(ReportingCalendar calendar, IReadOnlyList<PeriodDays> existing, DateOnly today)
    {
        var next = new ReportingCalendarPlanner(calendar).From(today.AddYears(-1))
            .FirstOrDefault(p => p.OpensOn > today && !existing.Any(e => p.IsWithin(e.From, e.To)));
        if (next is null)
        {
            return "There is no later meeting date. Add one, so that the next period opens.";
        }

        return existing.FirstOrDefault(e => next.Overlaps(e.From, e.To)) is { } other
            ? $"{next.Title} will not open by itself, because {other.Title} covers some of its days."
            : $"{next.Title} opens on {DateFormat.WithWeekday(next.OpensOn)}. Updates are due on {DateFormat.WithWeekday(next.DueOn)}.";
    }
}
