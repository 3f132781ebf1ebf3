using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Home;

/// <summary>Works out what waits for a person here, by what they may do; the most urgent first.</summary>
internal sealed class HomeTasks(TenantAccess access, DateOnly today)
{
    private const int NamedOneByOne = 3;
    private const int WhyLength = 160;

    /// <summary>The plan that the work is in.</summary>
    public Guid PlanId { get; init; }

    /// <summary>Its title, to be said with each task; null where the partnership has no other plan.</summary>
    public string? PlanName { get; init; }

    /// <summary>True where the reporting calendar opens the next period.</summary>
    public bool OpensByItself { get; init; }

    /// <summary>What waits in all plans, and in the partnership as a whole: corrections of reports, requests, and evidence.</summary>
    public static IReadOnlyList<HomeTask> Of(IEnumerable<HomeTask> ofPlans, HomeWaiting waiting, TenantAccess access, bool hasOthers)
    {
        var tasks = ofPlans.ToList();
        if (access.Has(Permission.ApproveQuarter))
        {
            tasks.AddRange(waiting.Corrections.Select(c => new HomeTask(
                $"Check and approve the correction of {c.Title}{ForOfficer(access)}",
                "The partnership lead corrected the published report. Approve the correction, or return it with comments",
                $"~/reports/{c.PeriodId}/correction", "Check the correction", 0, null)
            {
                Plan = hasOthers ? c.Plan : null,
            }));
        }

        tasks.AddRange(Statements(waiting.Statements, EnglishText.Within(access.Partnership.Vocabulary.RecommendationWord)));
        if (access.Has(Permission.ReleaseEvidence) && waiting.AskedAbout is { } about)
        {
            tasks.Add(new HomeTask(
                $"Answer {EnglishText.Count(waiting.Asked, "request")} of a scrutiny body", "A link officer asked about a recommendation",
                $"~/recommendations/{about}#requests", "Answer", 0, null));
        }

        if (access.Has(Permission.ReleaseEvidence) && waiting.Unreleased > 0)
        {
            tasks.Add(new HomeTask(
                $"Decide whether to release {EnglishText.Count(waiting.Unreleased, "item")} of evidence",
                "Scrutiny bodies only see evidence you release", "~/evidence", "View evidence", 0, null));
        }

        return [.. tasks.OrderByDescending(t => t.DaysLate).ThenBy(t => t.Due ?? DateOnly.MaxValue)];
    }

    /// <summary>Each by itself while they are few; else their number, and the one that waits longest.</summary>
    private static IEnumerable<HomeTask> Statements(List<HomeStatement> waiting, string word) =>
        (waiting.Count > NamedOneByOne ? waiting.Take(1) : waiting).Select(s => new HomeTask(
            waiting.Count > NamedOneByOne
                ? $"Read and approve {waiting.Count} position statements"
                : $"Read and approve the position statement on {word} {s.Number}",
            waiting.Count > NamedOneByOne
                ? $"Start with {word} {s.Number}, which has waited longest. A statement can also be approved with a report"
                : "A statement can also be approved with a report",
            $"~/statements/{s.Id}/approve", "Read the statement", 0, null));

    /// <summary>What waits in this plan.</summary>
    public IReadOnlyList<HomeTask> For(IReadOnlyList<HomeProject> projects, IReadOnlyList<HomePeriod> periods)
    {
        var tasks = new List<HomeTask>();
        foreach (var period in periods.Where(p => p.IsUnderWay(today)))
        {
            tasks.AddRange(Approving(period));
            tasks.AddRange(Accepting(period, projects));
            tasks.AddRange(Writing(period, projects));
            tasks.AddRange(Closing(period));
        }

        if (access.Has(Permission.EditPlan))
        {
            tasks.AddRange(NewDeadlines(projects));
            tasks.AddRange(Leads(projects));
        }

        tasks.AddRange(LateSteps(projects));

        if (access.Has(Permission.SubmitQuarter) && !periods.Any(p => p.Kind == PeriodKind.Quarter) && !OpensByItself)
        {
            tasks.Add(new HomeTask("Open the next reporting period", "No period is open, so no one is asked for an update", "~/periods/new", "Open a period", 0, null));
        }

        return PlanName is null ? tasks : tasks.ConvertAll(t => t with { Plan = PlanName });
    }

    /// <summary>For whom a delegate decides, to follow what they decide on; empty for a chief officer.</summary>
    private static string ForOfficer(TenantAccess access) => access.DelegateFor is { } delegation
        ? $" for {delegation.OfficerName}, until {DateFormat.Full(delegation.Until)}" : string.Empty;

    private IEnumerable<HomeTask> Approving(HomePeriod period)
    {
        if (access.Has(Permission.ApproveQuarter) && period is { State: PeriodState.Submitted, ISubmitted: false, ISigned: false })
        {
            yield return Task(
                period.Kind switch
                {
                    PeriodKind.Baseline => "Check and agree the plan",
                    PeriodKind.Closing => "Check and approve the closing report of the plan",
                    _ => $"Check and approve {period.Title}",
                } + ForOfficer(access),
                $"The partnership lead submitted the {PeriodKindLabels.Noun(period.Kind)}. Approve it, or return it with comments",
                $"~/reports/{period.Id}", $"Check the {PeriodKindLabels.Noun(period.Kind)}", period.MeetingOn);
        }
    }

    private IEnumerable<HomeTask> Accepting(HomePeriod period, IReadOnlyList<HomeProject> projects)
    {
        if (!access.Has(Permission.AcceptUpdates) || period.State is not (PeriodState.Open or PeriodState.WithLead)
            || period.Kind != PeriodKind.Quarter)
        {
            yield break;
        }

        var waiting = period.Updates.Where(u => u.State == UpdateState.Submitted).ToList();
        var again = waiting.Where(u => u.ReviewComment is not null).Select(u => u.ProjectId).ToHashSet();
        var first = waiting.Select(u => u.ProjectId).Where(id => !again.Contains(id)).ToHashSet();
        if (again.Count > 0)
        {
            yield return Task($"Review {EnglishText.Count(again.Count, "update")} you sent back", Numbers(projects, again), $"~/updates?period={period.Id}", "Review updates", period.DueOn);
        }

        if (first.Count > 0)
        {
            yield return Task($"Accept {EnglishText.Count(first.Count, "update")}", Numbers(projects, first), $"~/updates?period={period.Id}", "Accept updates", period.DueOn);
        }

        var came = period.Updates.Where(u => u.State is UpdateState.Submitted or UpdateState.Accepted).Select(u => u.ProjectId).ToHashSet();
        var missing = projects.Where(p => p.HasLead && !p.IsStopped && !came.Contains(p.Id)).Select(p => p.Id).ToHashSet();
        if (missing.Count > 0 && period.State == PeriodState.Open)
        {
            yield return Task(
                $"Follow up {EnglishText.Count(missing.Count, "missing update")}",
                Numbers(projects, missing), $"~/updates?period={period.Id}", "View updates", period.DueOn);
        }
    }

    private IEnumerable<HomeTask> Writing(HomePeriod period, IReadOnlyList<HomeProject> projects)
    {
        if (!access.Has(Permission.WriteUpdates) || period.State != PeriodState.Open)
        {
            yield break;
        }

        var states = period.Updates.ToDictionary(u => u.ProjectId);
        var own = projects.Where(p => p.IsOwn && !p.IsStopped).Select(p => (Project: p, Update: states.GetValueOrDefault(p.Id)))
            .Where(x => x.Update?.State is null or UpdateState.Draft or UpdateState.SentBack).ToList();
        foreach (var (project, update) in own.Where(x => x.Update?.State == UpdateState.SentBack))
        {
            yield return Task(
                $"Answer the question about {project.Number}", EnglishText.Cut(update!.ReviewComment ?? "It was sent back to you", WhyLength),
                $"~/projects/{project.Id}/update", "Answer", period.DueOn);
        }

        var open = own.Where(x => x.Update?.State != UpdateState.SentBack).Select(x => x.Project).ToList();
        foreach (var project in open.Take(open.Count > NamedOneByOne ? 0 : NamedOneByOne))
        {
            yield return Task(
                $"Write the update for {project.Number}, {project.Title}", "You lead this", $"~/projects/{project.Id}/update", "Write the update", period.DueOn);
        }

        if (open.Count > NamedOneByOne)
        {
            yield return Task(
                $"Write the updates for your {open.Count} projects", Numbers(projects, open.Select(p => p.Id).ToHashSet()), "~/updates/mine", "Write updates", period.DueOn);
        }
    }

    private IEnumerable<HomeTask> Closing(HomePeriod period)
    {
        if (!access.Has(Permission.SubmitQuarter))
        {
            yield break;
        }

        if (period.State == PeriodState.Open && period.DueOn < today)
        {
            yield return Task($"Close {period.Title}", "The due date has passed. Missing updates will be shown as missing", $"~/periods/{period.Id}/close", "Close the quarter", period.DueOn);
        }

        if (period.State == PeriodState.WithLead && period.Kind != PeriodKind.Quarter)
        {
            yield return Task(
                period.Kind == PeriodKind.Baseline ? "Submit the plan to the chief officers"
                    : "Submit the closing report to the chief officers",
                period.WasReturned ? "They returned it with comments" : "You have started it. Prepare it and submit it",
                $"~/reports/{period.Id}/prepare", "Prepare it", null);
        }
        else if (period.State == PeriodState.WithLead)
        {
            yield return Task(
                $"Submit {period.Title} to the chief officers",
                period.WasReturned ? "They returned it with comments" : "Updates are closed: review them, prepare the report and submit it",
                $"~/reports/{period.Id}/prepare", "Prepare the report", period.MeetingOn);
        }
    }

    private IEnumerable<HomeTask> NewDeadlines(IReadOnlyList<HomeProject> projects)
    {
        var late = projects.Where(p => p.Late.Own.IsLate).OrderByDescending(p => p.Late.Own.DaysLate).ToList();
        foreach (var project in late.Take(NamedOneByOne))
        {
            var hasForecast = project.Forecast.Text.Length > 0 && project.Forecast.Text != project.Deadline.Text;
            var forecast = hasForecast ? $"The forecast is {project.Forecast.Text}" : "No forecast";
            yield return new HomeTask(
                $"Agree a new deadline for {project.Number}, {project.Title}", $"Deadline in the plan: {project.Deadline.Text}. {forecast}",
                $"~/projects/{project.Id}/edit/deadline?back=~/", "Change the deadline", project.Late.Own.DaysLate, null)
            {
                What = project.Late.Own.What,
            };
        }

        if (late.Count > NamedOneByOne)
        {
            var rest = late.Skip(NamedOneByOne).ToList();
            yield return new HomeTask(
                $"Agree new deadlines for {EnglishText.Count(rest.Count, "more project")}", Numbers(projects, rest.Select(p => p.Id).ToHashSet()),
                $"~/plans/{PlanId}?late=true", "View all", rest[0].Late.Own.DaysLate, null);
        }
    }

    /// <summary>Sub-actions past their date: all for who edits the plan, their own for who owns some.</summary>
    private IEnumerable<HomeTask> LateSteps(IReadOnlyList<HomeProject> projects)
    {
        var isEditor = access.Has(Permission.EditPlan);
        var late = projects.SelectMany(p => p.Steps.Where(s => s.Note.IsLate && (isEditor || s.IsOwn)).Select(s => (Project: p, Step: s)))
            .OrderByDescending(x => x.Step.Note.DaysLate).ToList();
        if (late.Count == 0)
        {
            yield break;
        }

        var counted = EnglishText.CountOf(late.Count, EnglishText.Within(access.Partnership.Vocabulary.SubActionWord));
        var (first, days) = (late[0], late[0].Step.Note.DaysLate);
        yield return new HomeTask(
            isEditor ? $"Follow up {counted} past {(late.Count == 1 ? "its" : "their")} date" : $"Update {counted} past {(late.Count == 1 ? "its" : "their")} date",
            late.Count == 1 ? $"{first.Project.Number}: {EnglishText.Cut(first.Step.Title, WhyLength)}" : $"In {Numbers(projects, late.Select(x => x.Project.Id).ToHashSet())}",
            late.Count == 1 ? $"~/projects/{first.Project.Id}#steps" : $"~/plans/{PlanId}/timeline?with=steps&late=true#overdue", late.Count == 1 ? "View" : "View all", days, null)
        {
            What = late.Count == 1 ? null : "The first",
        };
    }

    private IEnumerable<HomeTask> Leads(IReadOnlyList<HomeProject> projects)
    {
        var without = projects.Where(p => !p.HasLead && !p.IsFinished).ToList();
        if (without.Count == 1)
        {
            yield return new HomeTask(
                $"Choose a lead for {without[0].Number}, {without[0].Title}", "It has no lead, so no one is asked for an update",
                $"~/projects/{without[0].Id}/edit/leads?back=~/", "Choose a lead", 0, null);
        }
        else if (without.Count > 1)
        {
            yield return new HomeTask(
                $"Choose leads for {without.Count} projects", Numbers(projects, without.Select(p => p.Id).ToHashSet()), $"~/plans/{PlanId}?nolead=true", "View all", 0, null);
        }
    }

    private HomeTask Task(string title, string why, string href, string button, DateOnly? due) =>
        new(title, why, href, button, due < today ? today.DayNumber - due.Value.DayNumber : 0, due);

    private static string Numbers(IReadOnlyList<HomeProject> projects, HashSet<Guid> ids) =>
        EnglishText.Cut(EnglishText.List([.. projects.Where(p => ids.Contains(p.Id)).Select(p => p.Number)]), WhyLength);
}
