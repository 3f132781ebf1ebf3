using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>Puts what a plan holds in the order of time.</summary>
internal static class TimelineRows
{
    private const int SoonDays = 30;

    public static IEnumerable<TimelineRow> Of(PlanContent plan, bool withSteps)
    {
        foreach (var (_, project) in plan.Projects().Where(p => p.Project.IsReal))
        {
            yield return Row(project, plan);
            foreach (var step in project.Steps.Where(s => withSteps && s.Deadline.Text.Length > 0))
            {
                var isFinished = project.IsFinished || step.Status.IsFinished();
                yield return new TimelineRow(
                    PlanGroupRowKind.Step, $"~/projects/{project.Id}", project.Number, step.Text, null, TimelineDate.Of(step.Deadline, plan.Today), null, [], null, step.Note,
                    step.Status, null, isFinished ? null : step.Deadline.FirstMissed(plan.Today), isFinished)
                { Starts = step.Deadline.Starts };
            }

            foreach (var measure in project.Measures.Where(m => withSteps && m.Deadline.Text.Length > 0))
            {
                yield return Row(measure, project.Number, plan.Today);
            }
        }

        foreach (var measure in plan.Aims.SelectMany(a => a.Measures.Concat(a.Drivers.SelectMany(Below))).Where(m => withSteps && m.Deadline.Text.Length > 0))
        {
            yield return Row(measure, null, plan.Today);
        }
    }

    /// <summary>The bands that hold something, the most pressing first. Every row has a day.</summary>
    public static List<TimelineBand> InBands(IReadOnlyList<TimelineRow> rows, DateOnly today)
    {
        var (soon, quarter, year) = (today.AddDays(SoonDays), today.AddMonths(3), today.AddYears(1));
        (string Key, string Heading, Func<TimelineRow, bool> Takes)[] bands =
        [
            ("done", "Done or stopped", r => r.IsFinished),
            ("overdue", "Past a deadline", r => r.Missed is not null),
            ("within", "No deadline, but something with a date in it", r => r.OwnDay is null),
            ("past", "Earlier, and not late", r => Next(r, today) is null),
            ("soon", $"In the next 30 days, to {DateFormat.Full(soon)}", r => Next(r, today) <= soon),
            ("quarter", $"In the next quarter, to {DateFormat.Full(quarter)}", r => Next(r, today) <= quarter),
            ("year", $"In the year, to {DateFormat.Full(year)}", r => Next(r, today) <= year),
            ("later", "Later", _ => true),
        ];
        var sorted = rows.ToLookup(r => bands.First(b => b.Takes(r)).Key, StringComparer.Ordinal);
        string[] order = ["overdue", "soon", "quarter", "year", "later", "within", "past", "done"];
        return
        [
            .. order.Select(k => new TimelineBand(
                    k, bands.First(b => b.Key == k).Heading, [.. sorted[k].OrderBy(r => r.Missed ?? Next(r, today) ?? r.Current?.Day ?? DateOnly.MaxValue)]))
                .Where(b => b.Rows.Count > 0),
        ];
    }

    private static DateOnly? Next(TimelineRow row, DateOnly today) => row.Current?.Day is { } day && day >= today ? day : null;

    private static IEnumerable<MeasureItem> Below(DriverItem driver) => driver.Measures.Concat(driver.Drivers.SelectMany(Below));

    private static TimelineRow Row(ProjectItem project, PlanContent plan)
    {
        var today = plan.Today;
        var original = project.Slips.Count > 0 ? TimelineDate.Of(project.Slips[0].From, today) : null;
        return new TimelineRow(
            PlanGroupRowKind.Project, $"~/projects/{project.Id}", project.Number, project.Title, original, TimelineDate.Of(project.Deadline, today),
            TimelineDate.Of(project.Forecast, today), [.. project.Slips.Reverse().Select(s => s.Reason)], project.ExternalReference, project.Note, project.Status, project.Rating,
            project.IsFinished ? null : project.Deadline.FirstMissed(today), project.IsFinished)
        {
            Starts = project.Deadline.Starts ?? plan.Head.From,
            Milestones = [.. project.Measures.Where(m => m.Kind == MeasureKind.Milestone).SelectMany(m => m.Deadline.DueDates())],
            Steps = [.. project.Steps.SelectMany(s => s.Deadline.DueDates())],
        };
    }

    /// <summary>Nobody says of a measure that it is done, so a date that is past is only past.</summary>
    private static TimelineRow Row(MeasureItem measure, string? number, DateOnly today) => new(
        PlanGroupRowKind.Measure, $"~/measures/{measure.Id}", number, measure.Title, null, TimelineDate.Of(measure.Deadline, today), null, [], null, measure.Note, null, null,
        measure.Kind == MeasureKind.Milestone ? measure.Deadline.FirstMissed(today) : null, IsFinished: false);
}
