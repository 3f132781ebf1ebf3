using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Home;

/// <summary>What the next sixty days bring.</summary>
internal static class HomeDates
{
    private const int Days = 60;
    private const int Most = 8;
    private const int StepLength = 80;

    /// <summary>Dates of the quarter, and the first deadlines; the others are counted, with where to find them.</summary>
    public static IReadOnlyList<HomeDate> Within(
        IReadOnlyList<HomeProject> projects, IReadOnlyList<HomePeriod> periods, DateOnly today, TenantAccess access)
    {
        var updates = access.Has(Permission.AcceptUpdates) ? "~/updates" : access.Has(Permission.WriteUpdates) ? "~/updates/mine" : "~/plans";
        var dates = new List<HomeDate>();
        foreach (var period in periods)
        {
            dates.Add(new HomeDate(period.OpensOn, $"{period.Title} opens for updates", updates));
            if (period.State == PeriodState.Open)
            {
                dates.Add(new HomeDate(period.DueOn, $"Updates due for {period.Title}", updates));
            }

            if (period.MeetingOn is { } meeting)
            {
                dates.Add(new HomeDate(meeting, "Chief officers’ meeting", "~/reports"));
            }
        }

        var deadlines = new List<HomeDate>();
        foreach (var project in projects.Where(p => !p.IsFinished))
        {
            deadlines.AddRange(project.Deadline.DueDates()
                .Select(d => new HomeDate(d, $"{project.Number} {project.Title}", $"~/projects/{project.Id}")));
            deadlines.AddRange(project.Steps.Where(s => !s.IsFinished).SelectMany(s => s.Deadline.DueDates()
                .Select(d => new HomeDate(d, $"{project.Number}: {EnglishText.Cut(s.Title, StepLength)}", $"~/projects/{project.Id}#steps"))));
            deadlines.AddRange(project.Milestones.SelectMany(m => m.Deadline.DueDates()
                .Select(d => new HomeDate(d, $"{project.Number}: {m.Title}", $"~/measures/{m.Id}"))));
        }

        var plans = projects.Select(p => p.PlanId).Distinct().ToList();
        var next = Soon(deadlines, today);
        dates.AddRange(next.Take(Most));
        if (next.Count > Most)
        {
            dates.Add(new HomeDate(next[Most].On, $"{EnglishText.Count(next.Count - Most, "more deadline")} by {DateFormat.Full(next[^1].On)}", plans.Count == 1 ? $"~/plans/{plans[0]}/timeline?with=steps#soon" : "~/plans"));
        }

        return Soon(dates, today);
    }

    private static List<HomeDate> Soon(IEnumerable<HomeDate> dates, DateOnly today) =>
        [.. dates.Where(d => d.On >= today && d.On.DayNumber - today.DayNumber <= Days).OrderBy(d => d.On)];
}
