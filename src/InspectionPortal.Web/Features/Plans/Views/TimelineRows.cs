using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A stretch of time, or what has none, with what falls into it.</summary>
public sealed record TimelineBand(string Key, string Heading, IReadOnlyList<TimelineRow> Rows);

/// <summary>A date as written and as understood.</summary>
/// <param name="Words">As written.</param>
/// <param name="Day">The next day that matters; null where none is understood.</param>
/// <param name="Stages">Every day that the words name, where they name several.</param>
public sealed record TimelineDate(string Words, DateOnly? Day, IReadOnlyList<DateOnly> Stages)
{
    /// <summary>The date, from a deadline; null where nothing is written.</summary>
    public static TimelineDate? Of(Deadline deadline, DateOnly today) =>
        deadline.Text.Length == 0 ? null : new TimelineDate(
            deadline.Text, deadline.NextDue(today) ?? deadline.Due, [.. deadline.Stages.Select(s => s.Due).OfType<DateOnly>()]);
}

/// <summary>A project, sub-action or milestone in time.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Href">Its page, below the partnership.</param>
/// <param name="Number">The project's number.</param>
/// <param name="Title">Its words.</param>
/// <param name="Original">The first date; null where it never moved.</param>
/// <param name="Current">The date in force.</param>
/// <param name="Forecast">When those who do the work expect to be done; null where they agree.</param>
/// <param name="Reasons">Why it moved, the last first.</param>
/// <param name="Reference">Where else the plan says to look.</param>
/// <param name="Note">The date in force as pages show it.</param>
/// <param name="Status">Where the work is; null for a milestone.</param>
/// <param name="Rating">A project's rating.</param>
/// <param name="Missed">The first date that was missed; null where none was.</param>
/// <param name="IsFinished">True where no date presses any more.</param>
public sealed record TimelineRow(
    WorkKind Kind, string Href, string? Number, string Title, TimelineDate? Original, TimelineDate? Current, TimelineDate? Forecast,
    IReadOnlyList<string> Reasons, string? Reference, DeadlineNote Note, ProjectStatus? Status, Rating? Rating, DateOnly? Missed, bool IsFinished)
{
    /// <summary>The date in force in words, or where else the plan says to look.</summary>
    public string NowSaid => (Current, Reference) switch
    {
        ({ } now, _) => TimelineTable.Say(now),
        (null, { } place) => $"None given, see {place}",
        _ => "None given",
    };

    /// <summary>Days from the first date to the last one known of; null where one is not known or nothing moved.</summary>
    public int? Slip => Original?.Day is { } first && Current?.Day is { } now ? now.DayNumber - first.DayNumber : null;

    /// <summary>Days from the date in force to the forecast; null where there is none.</summary>
    public int? Expected => Forecast?.Day is { } then && Current?.Day is { } now ? then.DayNumber - now.DayNumber : null;

    /// <summary>The days that the row's track shows.</summary>
    public IEnumerable<DateOnly> Days() => new[] { Original?.Day, Current?.Day, Forecast?.Day }.OfType<DateOnly>().Concat(Current?.Stages ?? []);
}

/// <summary>Puts what a plan holds in the order of time.</summary>
internal static class TimelineRows
{
    private const int SoonDays = 30;

    public static IEnumerable<TimelineRow> Of(PlanContent plan, bool withSteps)
    {
        foreach (var (_, project) in plan.Projects().Where(p => p.Project.IsReal))
        {
            yield return Row(project, plan.Today);
            foreach (var step in project.Steps.Where(s => withSteps && s.Deadline.Text.Length > 0))
            {
                var isFinished = project.IsFinished || DeadlineNote.IsFinished(step.Status);
                yield return new TimelineRow(
                    WorkKind.Step, $"~/projects/{project.Id}", project.Number, step.Text, null, TimelineDate.Of(step.Deadline, plan.Today), null, [], null, step.Note,
                    step.Status, null, isFinished ? null : step.Deadline.FirstMissed(plan.Today), isFinished);
            }

            foreach (var measure in project.Measures.Where(m => m.Deadline.Text.Length > 0))
            {
                yield return Row(measure, project.Number, plan.Today);
            }
        }

        foreach (var measure in plan.Aims.SelectMany(a => a.Measures.Concat(a.Drivers.SelectMany(Below))).Where(m => m.Deadline.Text.Length > 0))
        {
            yield return Row(measure, null, plan.Today);
        }
    }

    /// <summary>The bands that hold something, the most pressing first.</summary>
    public static List<TimelineBand> InBands(IReadOnlyList<TimelineRow> rows, DateOnly today)
    {
        var (soon, quarter, year) = (today.AddDays(SoonDays), today.AddMonths(3), today.AddYears(1));
        (string Key, string Heading, Func<TimelineRow, bool> Takes)[] bands =
        [
            ("done", "Done or stopped: no date presses", r => r.IsFinished),
            ("overdue", "Past a deadline", r => r.Missed is not null),
            ("none", "No date to reckon with", r => Next(r, today) is null),
            ("soon", $"In the next 30 days, to {DayWords.Full(soon)}", r => Next(r, today) <= soon),
            ("quarter", $"In the next quarter, to {DayWords.Full(quarter)}", r => Next(r, today) <= quarter),
            ("year", $"In the year, to {DayWords.Full(year)}", r => Next(r, today) <= year),
            ("later", "Later", _ => true),
        ];
        var sorted = rows.ToLookup(r => bands.First(b => b.Takes(r)).Key, StringComparer.Ordinal);
        string[] order = ["overdue", "soon", "quarter", "year", "later", "none", "done"];
        return
        [
            .. order.Select(k => new TimelineBand(
                    k, bands.First(b => b.Key == k).Heading, [.. sorted[k].OrderBy(r => r.Missed ?? Next(r, today) ?? r.Current?.Day ?? DateOnly.MaxValue)]))
                .Where(b => b.Rows.Count > 0),
        ];
    }

    private static DateOnly? Next(TimelineRow row, DateOnly today) => row.Current?.Day is { } day && day >= today ? day : null;

    private static IEnumerable<MeasureItem> Below(DriverItem driver) => driver.Measures.Concat(driver.Drivers.SelectMany(Below));

    private static TimelineRow Row(ProjectItem project, DateOnly today)
    {
        var original = project.Slips.Count > 0 ? TimelineDate.Of(project.Slips[0].From, today) : null;
        return new TimelineRow(
            WorkKind.Project, $"~/projects/{project.Id}", project.Number, project.Title, original, TimelineDate.Of(project.Deadline, today),
            TimelineDate.Of(project.Forecast, today), [.. project.Slips.Reverse().Select(s => s.Reason)], project.ExternalReference, project.Note, project.Status, project.Rating,
            project.IsFinished ? null : project.Deadline.FirstMissed(today), project.IsFinished);
    }

    /// <summary>Nobody says of a measure that it is done, so a date that is past is only past.</summary>
    private static TimelineRow Row(MeasureItem measure, string? number, DateOnly today) => new(
        WorkKind.Measure, $"~/measures/{measure.Id}", number, measure.Title, null, TimelineDate.Of(measure.Deadline, today), null, [], null, measure.Note, null, null,
        measure.Kind == MeasureKind.Milestone ? measure.Deadline.FirstMissed(today) : null, IsFinished: false);
}
