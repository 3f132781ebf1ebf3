using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Home;

/// <summary>What needs me, and how do we stand?</summary>
[Requires(Permission.ReadPlan)]
public sealed record GetHome : IQuery<HomePage>;

internal sealed class GetHomeHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetHome, HomePage?>
{
    public async Task<HomePage?> Handle(GetHome request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var heads = await ReadHeadsAsync(cancellationToken);
        var manner = new HomeManner(MayOf(access), access.Partnership.Vocabulary, access.Partnership.RagKey, clock.Today);
        var waiting = await ReadWaitingAsync(access, cancellationToken);
        var setUp = access.Has(Permission.EditPlan) && access.Has(Permission.ManagePeople) ? waiting.SetUp.Steps() : [];
        if (heads.Count == 0)
        {
            var tasks = HomeTasks.Of([], waiting, access, hasOthers: waiting.ClosedPlans > 1);
            return new HomePage(access.Partnership.Name, [], tasks, [], [], manner)
            {
                SetUp = setUp,
                ClosedPlans = waiting.ClosedPlans,
            };
        }

        var hasOthers = heads.Count + waiting.ClosedPlans > 1;
        var planIds = heads.ConvertAll(h => h.Id);
        var projects = await ReadProjectsAsync(planIds, access, cancellationToken);
        var events = await new HomeEvents(database, access, new VocabularyTerms(current)).ReadAsync(projects, cancellationToken);
        var coverage = await ReadCoverageAsync(planIds, projects, access, cancellationToken);
        var signals = await SignalSet.ReadAsync(database, database.Measures.Where(m => planIds.Contains(m.PlanId)), clock.Today, cancellationToken);
        var byPlan = projects.ToLookup(p => p.PlanId);
        return new HomePage(
            access.Partnership.Name, [.. heads.Select(h => Standing(h, [.. byPlan[h.Id]], coverage[h.Id].Recommendations))],
            HomeTasks.Of(heads.SelectMany(h => TasksOf(h, [.. byPlan[h.Id]], heads.Count > 1)), waiting, access, hasOthers),
            HomeDates.Within(projects, [.. heads.SelectMany(h => h.Periods).Where(p => p.Kind == PeriodKind.Quarter)], clock.Today,
                access), events, manner)
        {
            Signals = signals,
            SetUp = setUp,
            ClosedPlans = waiting.ClosedPlans,
        };
    }

    private HomePlan Standing(HomeHead head, List<HomeProject> projects, CoveragePart cover)
    {
        var key = current.RequiredTenant.Partnership.RagKey;
        var quarter = head.Periods.Find(p => p.Kind == PeriodKind.Quarter && p.IsUnderWay(clock.Today))
            ?? head.Periods.Find(p => p.Kind == PeriodKind.Quarter);
        return new HomePlan(head.Id, head.Title, head.PeriodText)
        {
            Quarter = quarter is null ? null : Say(quarter, projects),
            Ratings = Ratings(head.Id, projects, key),
            Before = head.Before is { } before ? QuarterBefore(before, key) : null,
            Counts = new HomeCounts(
                projects.Count(p => p.Late.IsLate), projects.Sum(p => p.Late.Steps),
                projects.Count(p => p.Status == ProjectStatus.DoneAwaitingEvidence && !p.HasEvidence), cover),
        };
    }

    private IReadOnlyList<HomeTask> TasksOf(HomeHead head, List<HomeProject> projects, bool hasOthers) =>
        new HomeTasks(current.RequiredTenant, clock.Today)
        {
            PlanId = head.Id,
            PlanName = hasOthers ? head.Title : null,
            OpensByItself = OpensByItself(head.Calendar),
        }.For(projects, head.Periods);

    /// <summary>The coverage page's own counts, from the projects read already: those that need no action are no work.</summary>
    private Task<IReadOnlyDictionary<Guid, Coverage>> ReadCoverageAsync(
        List<Guid> planIds, List<HomeProject> projects, TenantAccess access, CancellationToken cancellationToken) =>
        new CoverageReader(database, access).ReadAsync(
            projects.ToLookup(p => p.PlanId, p => new CoverageProject(
                p.Id, p.Number, p.Title, p.AimId, p.DriverId, p.HasLead, p.IsStopped ? CoverageState.Stopped : CoverageState.InHand, p.Rag)),
            planIds, cancellationToken);

    /// <summary>True where the calendar opens a next period, so that nobody has to.</summary>
    private bool OpensByItself(ReportingCalendar? calendar) =>
        calendar is { IsOn: true } && current.RequiredTenant.Partnership.AsAt is null
        && new ReportingCalendarPlanner(calendar).Next(clock.Today) is not null;

    private static HomeMay MayOf(TenantAccess access) =>
        new(access.Has(Permission.EditPlan), access.Has(Permission.AcceptUpdates), access.Has(Permission.ReadAudit));

    private async Task<List<HomeProject>> ReadProjectsAsync(List<Guid> planIds, TenantAccess access, CancellationToken cancellationToken)
    {
        var held = database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), access.Partnership.TimeZone));
        var proven = database.ProjectsWithEvidence();
        var projects = await database.Projects.AsNoTracking().Where(p => planIds.Contains(p.PlanId) && p.NoActionNeededReason == null)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position)
            .Select(p => new HomeProject
            {
                Id = p.Id,
                PlanId = p.PlanId,
                AimId = p.AimId,
                DriverId = p.DriverId,
                Number = p.Number,
                Title = p.Title,
                Deadline = p.Deadline,
                Forecast = p.Forecast,
                Status = p.Status,
                Rag = p.Rag,
                HasLead = p.Leads.Count > 0,
                HasEvidence = proven.Contains(p.Id),
                IsOwn = p.Leads.Any(l => held.Contains(l.LeadResponsibilityId)),
            })
            .ToListAsync(cancellationToken);
        var milestones = (await ReadMilestonesAsync(planIds, cancellationToken)).ToLookup(m => m.ProjectId);
        var steps = (await ReadStepsAsync(planIds, held, cancellationToken)).ToLookup(s => s.ProjectId);
        projects.ForEach(p => p.AddDated(milestones[p.Id], steps[p.Id], clock.Today));
        return projects;
    }

    /// <summary>Milestones that are not reached.</summary>
    private Task<List<HomeMilestoneRow>> ReadMilestonesAsync(List<Guid> planIds, CancellationToken cancellationToken) =>
        database.Measures.AsNoTracking()
            .Where(m => planIds.Contains(m.PlanId) && m.ProjectId != null && m.DoneOn == null && m.DoneText == null && !m.IsIllustrative)
            .Select(m => new HomeMilestoneRow(m.ProjectId!.Value, m.Id, m.Title, m.Deadline)).ToListAsync(cancellationToken);

    private Task<List<HomeStepRow>> ReadStepsAsync(
        List<Guid> planIds, IQueryable<Guid> held, CancellationToken cancellationToken) =>
        database.SubActions.AsNoTracking().Where(s => planIds.Contains(s.Project!.PlanId))
            .Select(s => new HomeStepRow(
                s.ProjectId, s.Id, s.Text, s.Deadline, s.Status,
                s.Owners.Any(o => held.Contains(o.LeadResponsibilityId))))
            .ToListAsync(cancellationToken);

    /// <summary>Corrections that are with the chief officers and on which this vote was not cast.</summary>
    private IQueryable<Submission> Corrections()
    {
        var person = current.RequiredPerson.UserId;
        var officer = current.RequiredTenant.DelegateFor?.OfficerId ?? person;
        return database.Submissions
            .Where(s => s.State == SubmissionState.WithChiefOfficers && s.CorrectionReason != null)
            .Where(s => s.SubmittedByUserId != person && s.SubmittedByUserId != officer)
            .Where(s => !s.Approvals.Any(a => a.UserId == person || a.UserId == officer || a.ForUserId == officer));
    }

    private Task<HomeWaiting> ReadWaitingAsync(TenantAccess access, CancellationToken cancellationToken)
    {
        var corrections = Corrections();
        var statements = database.StatementsWaitingFor(access, current.RequiredPerson.UserId);
        var today = DateFormat.LocalDay(time.GetUtcNow(), access.Partnership.TimeZone);

        // What ends today counts until the day is over: the page says the same all day.
        var ends = DateFormat.StartOf(today, access.Partnership.TimeZone);
        var holds = ResponsibilityHolder.HoldsOn(today);
        var leading = database.LeadResponsibilities.Where(r => r.Projects.Any());
        return database.Partnerships.AsNoTracking().Where(p => p.Id == access.Partnership.Id).Select(p => new HomeWaiting
        {
            Unreleased = database.EvidenceItems.Count(i => i.Versions.All(v => v.ReleasedAt == null)),
            Asked = database.ScrutinyRequests.Count(r => r.AnsweredAt == null),
            AskedAbout = database.ScrutinyRequests.Where(r => r.AnsweredAt == null).OrderBy(r => r.AskedAt)
                .Select(r => (Guid?)r.RecommendationId).FirstOrDefault(),
            Corrections = corrections.OrderBy(s => s.SubmittedAt)
                .Select(s => new HomeCorrection(s.PeriodId, s.Period!.Title, s.Period.Plan!.Title)).ToList(),
            Statements = statements.OrderBy(s => s.WrittenAt).Select(s => new HomeStatement(s.Id, s.Recommendation!.Number)).ToList(),
            ClosedPlans = database.Plans.Count(x => x.State == PlanState.Closed),
            SetUp = new SetUpFacts
            {
                Projects = database.Projects.Count(),
                Recommendations = database.Recommendations.Count(),
                Responsibilities = leading.Count(),
                WithoutHolder = leading.Count(r => !database.ResponsibilityHolders.Where(holds).Any(h => h.LeadResponsibilityId == r.Id)),
                PlanId = database.Plans.Where(x => x.State != PlanState.Closed).OrderByDescending(x => x.Id).Select(x => (Guid?)x.Id)
                    .FirstOrDefault(),
                HasCalendarOrPeriod = database.ReportingCalendars.Any(c => c.IsOn)
                    || database.ReportingPeriods.Any(r => r.Kind == PeriodKind.Quarter),
                Others = database.Memberships.Count(m => m.Role != PartnershipRole.PartnershipLead)
                    + database.Invitations.Count(i => i.PartnershipId == p.Id && i.AcceptedAt == null && i.DeclinedAt == null
                        && i.WithdrawnAt == null && i.ExpiresAt > ends),
                HasChiefOfficer = database.Memberships.Any(m => m.Role == PartnershipRole.ChiefOfficer),
                Grants = database.ScrutinyGrants.Count(g => g.RevokedAt == null && (g.Until == null || g.Until > ends)),
                HasReport = database.PublishedReports.Any(),
            },
        }).SingleAsync(cancellationToken);
    }

    private Task<List<HomeHead>> ReadHeadsAsync(CancellationToken cancellationToken)
    {
        var (me, access) = (current.RequiredPerson.UserId, current.RequiredTenant);
        var (officer, reads) = (access.DelegateFor?.OfficerId ?? me, access.MayReadWithheld());
        return database.Plans.AsNoTracking().Where(p => p.State != PlanState.Closed).OrderByDescending(p => p.Id)
            .Select(p => new HomeHead(
                p.Id, p.Title, p.PeriodText,
                database.ReportingPeriods.Where(r => r.PlanId == p.Id && r.State != PeriodState.Approved).OrderBy(r => r.DueOn)
                    .Select(r => new HomePeriod
                    {
                        Id = r.Id,
                        PlanId = r.PlanId,
                        Title = r.Title,
                        OpensOn = r.OpensOn,
                        DueOn = r.DueOn,
                        MeetingOn = r.MeetingOn,
                        Kind = r.Kind,
                        State = r.State,
                        WasReturned = database.Submissions.Any(s => s.PeriodId == r.Id && s.State == SubmissionState.Returned),
                        ISubmitted = database.Submissions.Any(s => s.PeriodId == r.Id && s.State == SubmissionState.WithChiefOfficers
                            && (s.SubmittedByUserId == me || s.SubmittedByUserId == officer)),
                        ISigned = database.Approvals.Any(a => a.Submission!.PeriodId == r.Id && a.Submission.State == SubmissionState.WithChiefOfficers
                            && (a.UserId == me || a.UserId == officer || a.ForUserId == officer)),
                        Updates = database.ProgressUpdates.Where(u => u.PeriodId == r.Id)
                            .Select(u => new HomeUpdate(u.ProjectId, u.State, u.ReviewComment)).ToList(),
                    }).ToList(),
                database.Submissions.Where(s => s.Period!.PlanId == p.Id && s.State != SubmissionState.Returned
                    && (s.CorrectionReason == null || s.State == SubmissionState.Published)
                    && (reads || !database.ReportWithholdings.Any(w => w.PeriodId == s.PeriodId && w.ReleasedAt == null)))
                    .OrderByDescending(s => s.Period!.To).ThenByDescending(s => s.Number)
                    .Select(s => new HomeBefore(s.PeriodId, s.Period!.Title, s.ScrutinyEdition)).FirstOrDefault(),
                database.ReportingCalendars.FirstOrDefault(c => c.PlanId == p.Id)))
            .ToListAsync(cancellationToken);
    }

    private static HomeQuarter Say(HomePeriod period, List<HomeProject> projects)
    {
        var came = period.Updates.Where(u => u.State is UpdateState.Submitted or UpdateState.Accepted).Select(u => u.ProjectId).ToHashSet();
        var awaited = projects.Where(p => !p.IsStopped || came.Contains(p.Id)).Select(p => p.Id).ToHashSet();
        var cameIn = came.Count(awaited.Contains);
        return new HomeQuarter(period.Id, period.Title, period.OpensOn, period.DueOn, period.State, cameIn, awaited.Count);
    }

    private static List<RatingCount> Ratings(Guid planId, List<HomeProject> projects, IReadOnlyList<Rating> key) =>
        [.. key.OrderBy(r => r.Order).Append(Rating.NotRated)
            .Select(r => new RatingCount(r, projects.Count(p => Rating.Find(key, p.Rag) == r), $"~/plans/{planId}?rating={r.Code}"))];

    private static HomeLastQuarter QuarterBefore(HomeBefore before, IReadOnlyList<Rating> key)
    {
        var rated = ScrutinyEdition.Read(before.Edition).Rated().Select(p => Rating.Find(key, p.Rating)).ToList();
        return new HomeLastQuarter(
            before.Title,
            [.. key.OrderBy(r => r.Order).Append(Rating.NotRated).Select(r => new RatingCount(r, rated.Count(x => x == r), $"~/reports/{before.PeriodId}#full-table"))]);
    }
}
