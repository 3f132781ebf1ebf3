using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>The next periods of a calendar as it stands in the form, saved or not.</summary>
/// <param name="Problems">Why the days cannot be worked out, or must not be so; empty where all is well.</param>
/// <param name="Rows">The periods, in order.</param>
public sealed record CalendarPreview(IReadOnlyList<string> Problems, IReadOnlyList<CalendarPreviewRow> Rows)
{
    private const int Shown = 4;

    /// <summary>Works it out from the form.</summary>
    public static CalendarPreview Of(CalendarFields fields)
    {
        var problems = fields.Problems();
        if (problems.Count > 0)
        {
            return new CalendarPreview(problems, []);
        }

        var page = fields.Choices();
        var calendar = fields.WriteTo(new ReportingCalendar());
        var planner = new ReportingCalendarPlanner(calendar);
        var opening = CalendarOpening.At(calendar, page.Existing, page.Today);
        var rows = planner.From(page.Today.AddYears(-1)).SkipWhile(p => p.OpensOn <= page.Today)
            .Select(p => new CalendarPreviewRow(p, Note(p, page.Existing)));
        if (opening is { State: CalendarOpeningState.Due, Period: { } due } && !page.IsDemonstration)
        {
            rows = rows.Prepend(new CalendarPreviewRow(due, "Opens within an hour of saving, between 8am and 6pm"));
        }

        return new CalendarPreview(planner.FindProblem(page.Today) is { } found ? [Say(found)] : [], [.. rows.Take(Shown)]);
    }

    /// <summary>What is wrong with a period of the calendar, and what to do about it.</summary>
    public static string Say((PlannedPeriod Period, CalendarProblem Problem) found) => found.Problem switch
    {
        CalendarProblem.DueAfterMeeting =>
            $"Open earlier or give fewer days: updates would be due on {DateFormat.WithWeekday(found.Period.DueOn)}, "
            + $"after the meeting on {DateFormat.WithWeekday(found.Period.MeetingOn.GetValueOrDefault())}",
        _ =>
            $"Open later or give more days: updates for {found.Period.Title} would be due on {DateFormat.WithWeekday(found.Period.DueOn)}, "
            + "before the period begins",
    };

    private static string? Note(PlannedPeriod period, IReadOnlyList<PeriodDays> existing)
    {
        if (existing.FirstOrDefault(p => period.IsWithin(p.From, p.To)) is { } same)
        {
            return $"Opened already, as {same.Title}";
        }

        return existing.FirstOrDefault(p => period.Overlaps(p.From, p.To)) is { } other
            ? $"Does not open by itself: {other.Title} covers some of its days"
            : null;
    }
}
