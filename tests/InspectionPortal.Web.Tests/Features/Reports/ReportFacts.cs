using System.Globalization;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>What the database holds of a quarter after a quarter, and what its report must say of it, worked out by plain counting.</summary>
internal sealed class ReportFacts(QuarterSteps steps, DateOnly today)
{
    private static readonly string[] Ratings = ["on-track", "at-risk", "off-track"];

    private readonly List<string> _said = [];

    public required List<ImprovementProject> Projects { get; init; }

    public required ReportingPeriod Period { get; init; }

    public required ReportingPeriod PreviousPeriod { get; init; }

    public required List<ProgressUpdate> Updates { get; init; }

    public required List<ProgressUpdate> PreviousUpdates { get; init; }

    public required List<DeadlineSlip> Slips { get; init; }

    public required List<Recommendation> Recommendations { get; init; }

    public required List<Measure> Measures { get; init; }

    public required List<EvidenceItem> Evidence { get; init; }

    public required Submission Submission { get; init; }

    public required Submission Previous { get; init; }

    public required string Submitter { get; init; }

    public required string Chief { get; init; }

    /// <summary>True for the edition of scrutiny bodies.</summary>
    public bool IsForScrutiny { get; set; }

    private string Post => $"Post {steps.Partnership.Canary}";

    public static Task<ReportFacts> ReadAsync(PortalFixture portal, QuarterSteps steps, QuarterSteps previous) =>
        portal.Data.InTenantAsync(steps.Partnership.Id, async d => new ReportFacts(steps, LocalDay(DateTimeOffset.UtcNow))
        {
            Projects = await d.Projects.AsNoTracking().OrderBy(p => p.Position).ToListAsync(),
            Period = await d.ReportingPeriods.AsNoTracking().SingleAsync(p => p.Id == steps.PeriodId),
            PreviousPeriod = await d.ReportingPeriods.AsNoTracking().SingleAsync(p => p.Id == previous.PeriodId),
            Updates = await d.ProgressUpdates.AsNoTracking().Include(u => u.Entries).Where(u => u.PeriodId == steps.PeriodId).ToListAsync(),
            PreviousUpdates = await d.ProgressUpdates.AsNoTracking().Where(u => u.PeriodId == previous.PeriodId).ToListAsync(),
            Slips = await d.DeadlineSlips.AsNoTracking().ToListAsync(),
            Recommendations = await d.Recommendations.AsNoTracking().Include(r => r.Links).OrderBy(r => r.Number).ToListAsync(),
            Measures = await d.Measures.AsNoTracking().Include(m => m.Points).Include(m => m.Targets).AsSplitQuery().ToListAsync(),
            Evidence = await d.EvidenceItems.AsNoTracking().Include(i => i.Versions).Include(i => i.Links).AsSplitQuery().ToListAsync(),
            Submission = await d.Submissions.AsNoTracking().Include(s => s.Approvals).SingleAsync(s => s.PeriodId == steps.PeriodId),
            Previous = await d.Submissions.AsNoTracking().SingleAsync(s => s.PeriodId == previous.PeriodId),
            Submitter = await d.Users.Where(u => u.Id == steps.Partnership.Lead.Id).Select(u => u.DisplayName).SingleAsync(),
            Chief = await d.Users.Where(u => u.Id == steps.Partnership.Chief.Id).Select(u => u.DisplayName).SingleAsync(),
        });

    /// <summary>Each text of the report that says a fact.</summary>
    public IReadOnlyList<string> Say()
    {
        _said.Clear();
        SayFirst();
        SayMissing();
        SayExceptions();
        SayMovement();
        SayMeasures();
        SayEvidence();
        SayCoverage();
        SayFullTable();
        return [.. _said];
    }

    private void SayFirst()
    {
        var sought = Updates.Where(u => u.HelpNeeded != null && u.State == UpdateState.Accepted).ToList();
        var (up, down) = (Moves().Count(m => m.Before > m.Now), Moves().Count(m => m.Before < m.Now));
        var bad = Projects.Count(p => p.Rag == "off-track");
        var standing = bad == 0 ? "No project is off track" : $"{bad} project is off track";
        var lede = $"{standing}; {up} rating rose and {down} fell.";
        _said.AddRange([
            Period.Title, $"Exceptions, {Projects.Count}", $"Movement, {Moves().Count}", "Measures with signals, 1",
            $"Figures, {Measures.Count(m => m.Points.Count > 0)}", $"Evidence added, {Added().Count}", $"Coverage, {Recommendations.Count}",
            $"Full table, {Projects.Count}", $"No update received, {Missing().Count}"]);
        if (IsForScrutiny)
        {
            _said.AddRange([$"{lede} Approved on {Moment(Submission.Approvals.Single().At)}.",
                $"The chief officers approved this quarter on {Moment(Submission.Approvals.Single().At)}. It cannot be changed."]);
            return;
        }

        var (project, text) = (Of(sought.Single().ProjectId), sought.Single().HelpNeeded!.Split(". "));
        var isApproved = Submission.Approvals.Count == 1;
        _said.AddRange([
            $"{sought.Count} decision is needed. {lede} Submitted by {Submitter} on {Full(LocalDay(Submission.SubmittedAt))}.",
            $"Decisions sought, {sought.Count}", text[0], text[1], $"{project.Number} · {project.Title} · led by {Post}", "A hard quarter.",
            isApproved ? "No one answered this before the report was published." : "Not answered yet.",
            $"{Submission.Approvals.Count} of 1 approval"]);
        if (isApproved)
        {
            _said.AddRange([
                $"Approved and published {Moment(Submission.Approvals[0].At)}",
                $"Chief {steps.Partnership.Canary}{Chief}. Approved {Moment(Submission.Approvals[0].At)}"]);
        }
    }

    private void SayMissing()
    {
        var waiting = Updates.Count(u => u.State == UpdateState.Submitted);
        _said.Add(IsForScrutiny
            ? $"{Missing().Count} of {Projects.Count} projects have no accepted update."
            : $"{Missing().Count - waiting} of {Projects.Count} projects sent no update, "
                + $"and {waiting} sent one that was not accepted before the quarter was submitted.");
        foreach (var project in Missing())
        {
            var isWaiting = !IsForScrutiny && Updates.Exists(u => u.ProjectId == project.Id);
            _said.Add($"{Named(project)} {Post}{(isWaiting ? ". Sent, and not accepted before the quarter was submitted" : "")}");
        }
    }

    private void SayExceptions()
    {
        foreach (var project in Projects)
        {
            var slip = Slips.Find(s => s.ProjectId == project.Id);
            var move = Moves().Find(m => m.Project == project);
            var isWorse = move is { Before: var before, Now: var now } && before < now;
            _said.AddRange([
                Named(project), Name(project.Rag), isWorse ? $"Worsened: was {Name(RagBefore(project)).ToLowerInvariant()}"
                    : slip is not null ? "Deadline moved" : "Past its deadline",
                slip?.Reason ?? TextOf(project) ?? "No update received", Late(project)]);
            if (slip is not null)
            {
                _said.Add($"Moved from “{slip.From.Text}” to “{slip.To.Text}”");
            }
        }
    }

    private void SayMovement()
    {
        _said.AddRange([Period.To.ToString("MMMM", CultureInfo.InvariantCulture), PreviousPeriod.To.ToString("MMMM", CultureInfo.InvariantCulture)]);
        SayBar(p => p.Rag);
        SayBar(RagBefore);
        _said.AddRange(["On track", "At risk", "Off track", "Not rated", $"Ratings that moved since {PreviousPeriod.Title}"]);
        foreach (var (project, before, now) in Moves())
        {
            _said.AddRange([
                project.Number, project.Title, Name(RagBefore(project)), Name(project.Rag), before < now ? "Down" : "Up", "Same", TextOf(project)!]);
        }

        _said.Add($"{Projects.Count - Moves().Count} projects kept their rating");
    }

    private void SayBar(Func<ImprovementProject, string?> rating) => _said.AddRange(
        Projects.GroupBy(rating).Select(g => $"{g.Count()} {Name(g.Key)}"));

    private void SayMeasures()
    {
        foreach (var measure in Measures.Where(m => m.Points.Count > 0))
        {
            var last = measure.Points.OrderBy(p => p.Date).Last();
            var number = Of(measure.ProjectId!.Value).Number;
            _said.AddRange([
                number, measure.Title, $"{last.ValueText} {Full(last.Date!.Value)}",
                measure.Targets.Count == 0 ? "None set" : $"{measure.Targets[0].Value:0}% by {measure.Targets[0].By.Text}"]);
            if (measure.Points.Count > 1)
            {
                _said.AddRange([$"{number} {measure.Title}Getting worse: the latest month is above the upper limit.", "Getting worse"]);
            }
        }

        foreach (var project in Projects.Where(p => p.Rag == "on-track" && p.Deadline.Due < today))
        {
            _said.AddRange([
                Named(project), Name(project.Rag),
                $"Rated on track, but {DaysLate(project)} days late by its dates. Not answered when the quarter was submitted."]);
        }
    }

    private void SayEvidence()
    {
        if (Added().Count == 0)
        {
            _said.Add($"No evidence was released since {PreviousPeriod.Title} was submitted.");
        }

        foreach (var item in Added())
        {
            var released = item.Versions[0].ReleasedAt;
            _said.AddRange([
                item.Title, "Data", string.Join(", ", item.Links.Select(l => Of(l.ProjectId!.Value).Number)),
                released is { } at ? Full(LocalDay(at)) : "Not released"]);
        }
    }

    private void SayCoverage()
    {
        var without = Recommendations.Where(r => r.Links.Count == 0).ToList();
        _said.Add($"Work in the plan answers {Recommendations.Count - without.Count} of {Recommendations.Count} recommendations. "
            + $"Nothing answers {without.Single().Number}.");
        foreach (var recommendation in Recommendations)
        {
            var numbers = Projects.Where(p => recommendation.Links.Any(l => l.ProjectId == p.Id)).Select(p => p.Number).ToList();
            _said.AddRange([recommendation.Number, recommendation.Text, numbers.Count == 0 ? "Nothing" : string.Join(", ", numbers)]);
        }
    }

    private void SayFullTable()
    {
        _said.Add($"Stretch aim 1. Aim {steps.Partnership.Canary}");
        foreach (var project in Projects)
        {
            _said.AddRange([project.Number, project.Title, Post, Late(project), "In progress", Name(project.Rag)]);
            if (Accepted(project) is not { } update)
            {
                _said.Add("No update received");
                continue;
            }

            _said.AddRange([$"CSW {update.Entries[0].Text}", update.Entries[0].DateText!]);
            if (update.HelpNeeded is { } help && !IsForScrutiny)
            {
                _said.Add($"Help needed {help}");
            }
        }
    }

    private List<ImprovementProject> Missing() => [.. Projects.Where(p => Accepted(p) is null)];

    private List<EvidenceItem> Added() =>
        [.. Evidence.Where(i => i.AddedAt > Previous.SubmittedAt && (!IsForScrutiny || i.Versions[0].ReleasedAt != null))];

    private List<(ImprovementProject Project, int Before, int Now)> Moves() =>
    [
        .. Projects.Where(p => RagBefore(p) is not null && p.Rag is not null && RagBefore(p) != p.Rag)
            .Select(p => (p, Array.IndexOf(Ratings, RagBefore(p)), Array.IndexOf(Ratings, p.Rag))),
    ];

    private ProgressUpdate? Accepted(ImprovementProject project) =>
        Updates.Find(u => u.ProjectId == project.Id && u.State == UpdateState.Accepted);

    private string? RagBefore(ImprovementProject project) => PreviousUpdates.Find(u => u.ProjectId == project.Id)?.RagAccepted;

    private string? TextOf(ImprovementProject project) => Accepted(project)?.Entries[0].Text;

    private string Late(ImprovementProject project) => $"{project.Deadline.Text} {DaysLate(project)} days late";

    private int DaysLate(ImprovementProject project) => today.DayNumber - project.Deadline.Due!.Value.DayNumber;

    private ImprovementProject Of(Guid id) => Projects.Single(p => p.Id == id);

    private static string Named(ImprovementProject project) => $"{project.Number} {project.Title}";

    private static string Name(string? rating) => rating switch
    {
        "on-track" => "On track",
        "at-risk" => "At risk",
        "off-track" => "Off track",
        _ => "Not rated",
    };

    private static string Full(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => Local(at).ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    private static DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    private static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
}
