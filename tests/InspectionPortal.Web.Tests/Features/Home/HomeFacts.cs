using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Home;

/// <summary>What the database holds of a partnership with one plan and one quarter, and what home must say of it, worked out by plain counting.</summary>
internal sealed class HomeFacts(TestPartnership partnership, DateOnly today)
{
    private readonly List<string> _said = [];

    public required List<ImprovementProject> Projects { get; init; }

    public required ReportingPeriod Period { get; init; }

    public required List<ProgressUpdate> Updates { get; init; }

    public required HashSet<Guid> WithEvidence { get; init; }

    public required List<Recommendation> Recommendations { get; init; }

    public required List<Measure> Measures { get; init; }

    public required int Unreleased { get; init; }

    public required List<AuditEntry> Audit { get; init; }

    public required Dictionary<Guid, string> Names { get; init; }

    public static Task<HomeFacts> ReadAsync(PortalFixture portal, TestPartnership partnership, DateOnly today) =>
        portal.Data.InTenantAsync(partnership.Id, async d => new HomeFacts(partnership, today)
        {
            Projects = await d.Projects.AsNoTracking().Include(p => p.Leads).Include(p => p.SubActions).Include(p => p.Measures).AsSplitQuery()
                .OrderBy(p => p.Position).ToListAsync(),
            Period = await d.ReportingPeriods.AsNoTracking().SingleAsync(),
            Updates = await d.ProgressUpdates.AsNoTracking().ToListAsync(),
            WithEvidence = [.. await d.EvidenceLinks.Where(l => l.ProjectId != null).Select(l => l.ProjectId!.Value).ToListAsync()],
            Recommendations = await d.Recommendations.AsNoTracking().Include(r => r.Links).ToListAsync(),
            Measures = await d.Measures.AsNoTracking().Include(m => m.Points).ToListAsync(),
            Unreleased = await d.EvidenceItems.CountAsync(i => i.Versions.All(v => v.ReleasedAt == null)),
            Audit = await d.AuditEntries.AsNoTracking().Where(e => e.UserId != null).OrderByDescending(e => e.At).ToListAsync(),
            Names = await d.Users.ToDictionaryAsync(u => u.Id, u => u.DisplayName),
        });

    /// <summary>Each text of home for a role.</summary>
    public IReadOnlyList<string> For(PartnershipRole role)
    {
        _said.Clear();
        var came = CameIn().Count;
        _said.AddRange(["Action plan, 2019 to 2020", partnership.Name, $"{QuarterSentence()} {came} of {Projects.Count} updates have been received."]);
        if (role == PartnershipRole.PartnershipLead)
        {
            SayWhatIsSetUp();
            SayLeadsTasks();
        }
        else if (role == PartnershipRole.Contributor && Period.State == PeriodState.Open)
        {
            SayContributorsTasks();
        }
        else if (role == PartnershipRole.ChiefOfficer && Period.State == PeriodState.Submitted)
        {
            _said.AddRange([
                $"Check and approve {Period.Title}", "The partnership lead submitted the quarter. Approve it, or return it with comments",
                "No date Check the quarter"]);
        }

        SayProgress();
        SayComingUp();
        SayRecent(role);
        return [.. _said];
    }

    private string QuarterSentence() => Period.State switch
    {
        PeriodState.Open => $"The {Period.Title} quarter is open for {Period.DueOn.DayNumber - today.DayNumber} more days.",
        PeriodState.WithLead => $"The {Period.Title} quarter is closed for updates. The partnership lead will review and submit it.",
        _ => $"The {Period.Title} quarter is with the chief officers for approval.",
    };

    private List<Guid> CameIn() => [.. Updates.Where(u => u.State is UpdateState.Submitted or UpdateState.Accepted).Select(u => u.ProjectId)];

    private void SayWhatIsSetUp() => _said.AddRange([
        "5 of 6 done. The list goes away when all is done, or when the first report is published.",
        $"Import or write the plan{Projects.Count} projects in the plan",
        $"Add the inspection and what it recommended{Recommendations.Count} recommendations added"]);

    private void SayLeadsTasks()
    {
        var late = Projects.Where(IsLate).OrderByDescending(DaysLate).ToList();
        foreach (var project in late.Take(3))
        {
            _said.AddRange([
                $"Agree a new deadline for {project.Number}, {project.Title}", $"Deadline in the plan: {project.Deadline.Text}. No forecast",
                $"{DaysLate(project)} days late"]);
        }

        _said.AddRange([$"Agree new deadlines for {late.Count - 3} more project", Numbers(late.Skip(3)), $"{DaysLate(late[3])} days late"]);
        var step = Projects.SelectMany(p => p.SubActions.Select(s => (Project: p, Step: s))).Single(x => x.Step.Deadline.Due < today);
        _said.AddRange([
            "Follow up 1 sub-action past its date", $"{step.Project.Number}: {step.Step.Text}", $"{today.DayNumber - step.Step.Deadline.Due!.Value.DayNumber} days late"]);
        if (Period.State is PeriodState.Open or PeriodState.WithLead)
        {
            var waiting = Updates.Where(u => u.State == UpdateState.Submitted).ToList();
            SayTask("Review 1 update you sent back", Numbers(waiting.Where(u => u.ReviewComment != null)), "Friday 30 October");
            SayTask("Accept 1 update", Numbers(waiting.Where(u => u.ReviewComment == null)), "Friday 30 October");
        }

        var missing = Projects.Where(p => p.Leads.Count > 0 && !CameIn().Contains(p.Id)).ToList();
        if (Period.State == PeriodState.Open)
        {
            SayTask($"Follow up {missing.Count} missing updates", string.Join(" and ", missing.Select(p => p.Number)), "Friday 30 October");
        }
        else if (Period.State == PeriodState.WithLead)
        {
            SayTask($"Submit {Period.Title} to the chief officers", "Updates are closed: review them, prepare the report and submit it", "No date");
        }

        var leaderless = Projects.Single(p => p.Leads.Count == 0);
        SayTask($"Choose a lead for {leaderless.Number}, {leaderless.Title}", "It has no lead, so no one is asked for an update", "No date");
        SayTask($"Decide whether to release {Unreleased} item of evidence", "Scrutiny bodies only see evidence you release", "No date");
    }

    private void SayContributorsTasks()
    {
        var back = Updates.Single(u => u.State == UpdateState.SentBack);
        var asked = Projects.Single(p => p.Id == back.ProjectId);
        SayTask($"Answer the question about {asked.Number}", back.ReviewComment!, "Friday 30 October Answer");
        foreach (var project in Projects.Where(p => p.Leads.Count > 0 && Updates.TrueForAll(u => u.ProjectId != p.Id)))
        {
            SayTask($"Write the update for {project.Number}, {project.Title}", "You lead this", "Friday 30 October");
        }
    }

    private void SayProgress()
    {
        var atRisk = Projects.Count(p => p.Rag == "at-risk");
        var signal = Measures.Single(m => m.Points.Count > 1);
        _said.AddRange([
            "Now", $"{atRisk} At risk", $"{Projects.Count(p => p.Rag == null)} Not rated", "At risk", "Not rated",
            $"{Projects.Count(p => IsLate(p) || p.SubActions.Exists(a => a.Deadline.Due < today))} late, with {Projects.SelectMany(p => p.SubActions).Count(s => s.Deadline.Due < today)} sub-action past its deadline",
            $"{Recommendations.Count(r => r.Links.Count == 0)} of {Recommendations.Count} recommendations with no work",
            "1 measure with a signal",
            $"{Projects.Count(p => p.Status == ProjectStatus.DoneAwaitingEvidence && !WithEvidence.Contains(p.Id))} done, but with no evidence yet",
            $"Of {Recommendations.Count} recommendations, {CountWithout(p => p.Measures.Count > 0)} has no measure, "
                + $"{CountWithout(p => p.Leads.Count > 0)} has no lead and {CountWithout(p => WithEvidence.Contains(p.Id))} has no evidence.",
            $"{signal.Title}Getting worse: the latest month is above the upper limit.", "Getting worse"]);
    }

    /// <summary>Recommendations with no linked project of the kind asked.</summary>
    private int CountWithout(Func<ImprovementProject, bool> has) =>
        Recommendations.Count(r => !Projects.Any(p => r.Links.Any(l => l.ProjectId == p.Id) && has(p)));

    private void SayComingUp()
    {
        if (Period.State == PeriodState.Open)
        {
            _said.AddRange(["30 Oct", $"Updates due for {Period.Title} in 3 days"]);
        }

        foreach (var project in Projects.Where(p => p.Deadline.Due > today && p.Status != ProjectStatus.DoneAwaitingEvidence))
        {
            _said.AddRange([
                project.Deadline.Due!.Value.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture),
                $"{project.Number} {project.Title} in {project.Deadline.Due.Value.DayNumber - today.DayNumber} days"]);
        }
    }

    private void SayRecent(PartnershipRole role)
    {
        var day = DateTimeOffset.UtcNow;
        string On(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"))
            .ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture);
        if (role is PartnershipRole.PartnershipLead or PartnershipRole.ChiefOfficer)
        {
            var (entry, project) = Audit.Select(e => (e, Projects.Find(p => p.Id == e.EntityId))).First(x => x.Item2 is not null);
            _said.AddRange([On(entry.At), $"{Names[entry.UserId!.Value]} edited a project: {project!.Number} {project.Title}"]);
            return;
        }

        foreach (var update in Updates.Where(u => u.State == UpdateState.Accepted))
        {
            var project = Projects.Single(p => p.Id == update.ProjectId);
            _said.AddRange([On(update.ReviewedAt ?? day), $"The partnership lead accepted the update for {Period.Title}: {project.Number} {project.Title}"]);
        }
    }

    private void SayTask(string title, string why, string side) => _said.AddRange([title, why, side]);

    private bool IsLate(ImprovementProject project) =>
        project.Deadline.Due < today && project.Status is not (ProjectStatus.DoneAwaitingEvidence or ProjectStatus.DoneAndEvidenced or ProjectStatus.Stopped);

    private int DaysLate(ImprovementProject project) => today.DayNumber - project.Deadline.Due!.Value.DayNumber;

    private string Numbers(IEnumerable<ProgressUpdate> updates) =>
        Numbers(updates.Select(u => Projects.Single(p => p.Id == u.ProjectId)));

    private static string Numbers(IEnumerable<ImprovementProject> projects) => string.Join(" and ", projects.Select(p => p.Number));
}
