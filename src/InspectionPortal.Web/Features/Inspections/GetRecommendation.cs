using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Features.Inspections.Requests;
using InspectionPortal.Web.Features.Inspections.Statements;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>What is said, done and shown for this one?</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetRecommendation(Guid Id) : IQuery<RecommendationPage>;

internal sealed class GetRecommendationHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetRecommendation, RecommendationPage?>
{
    private const int LatestShown = 6;

    public async Task<RecommendationPage?> Handle(GetRecommendation request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var found = await database.RecommendationsFor(access).AsNoTracking().Where(r => r.Id == request.Id)
            .Select(r => new
            {
                Head = new RecommendationHead(
                r.Id, r.Number, r.Title, r.Kind, r.Text, r.Theme, r.InternalSource, r.IsReworded, r.InspectionId, r.Inspection!.Title, r.Inspection.Published,
                r.Source),
                Findings = database.ReviewFindings.Where(f => f.RecommendationId == r.Id)
                    .OrderByDescending(f => f.Review!.Published).ThenByDescending(f => f.Review!.Position)
                    .Select(f => new ReviewedFinding(f.ReviewId, f.Review!.Title, f.Review.Published, f.Review.PublishedText, f.Text, f.Judgement)).ToList(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var head = found.Head;
        var (links, targets) = await ReadLinksAsync(access, head.Id, cancellationToken);
        var work = await ReadWorkAsync(access, targets, cancellationToken);
        var ids = work.Select(w => w.Row.Id).ToList();
        var proves = EvidenceProof.Of(head.Id, [.. ids, .. await ReadMeasuresAsync(access, targets, cancellationToken)]);
        var evidence = await database.EvidenceItems.AsNoTracking()
            .Where(i => i.Links.AsQueryable().Any(proves))
            .OrderByDescending(i => i.AddedAt)
            .Select(i => new ProjectEvidence(i.Id, i.Title, i.Kind, i.Versions.Any(v => v.ReleasedAt != null), i.AddedAt))
            .ToListAsync(cancellationToken);
        var updates = await ReadUpdatesAsync(ids, cancellationToken);
        var may = MayOf(access);
        return new RecommendationPage(head, links, work, evidence, updates, found.Findings, may, access.Partnership.Vocabulary)
        {
            LinkablePlans = may.Edit ? await ReadPlansAsync(head, cancellationToken) : [],
            Statements = await StatementRows.ReadAsync(database, current, head.Id, cancellationToken),
            Requests = await RequestRows.ReadAsync(database, current, head.Id, cancellationToken),
            Zone = clock.LocalTimeZone,
            Verdicts = await ReadVerdictsAsync(access, head.Id, cancellationToken),
        };
    }

    private static RecommendationMay MayOf(TenantAccess access)
    {
        var edits = access.Has(Permission.EditPlan);
        return new RecommendationMay(
            edits, edits && access.Has(Permission.AddEvidence), !access.IsByGrant, access.Has(Permission.ReleaseEvidence));
    }

    /// <summary>What reports said of it, the newest first; a report that this person may not read is not named.</summary>
    private async Task<IReadOnlyList<RecommendationVerdict>> ReadVerdictsAsync(TenantAccess access, Guid id, CancellationToken cancellationToken)
    {
        var rows = await database.RecommendationDecisions.AsNoTracking().Where(d => d.RecommendationId == id)
            .OrderByDescending(d => d.On).ThenByDescending(d => d.Id)
            .Select(d => new
            {
                Decision = d,
                Review = database.ProgressReviews.Where(x => x.Id == d.ReviewId).Select(x => x.Title).FirstOrDefault(),
                Inspection = database.InspectionsFor(access).Where(x => x.Id == d.InspectionId).Select(x => x.Title).FirstOrDefault(),
                Report = database.ReportingPeriods.Where(x => x.Id == d.PeriodId && x.State == PeriodState.Approved)
                    .Select(x => x.Title).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new RecommendationVerdict(
                r.Decision.Id, r.Decision.State, r.Decision.On, r.Review ?? r.Inspection ?? r.Report,
                (r.Review, r.Inspection, r.Report) switch
                {
                    (not null, _, _) => $"~/reviews/{r.Decision.ReviewId}",
                    (_, not null, _) => $"~/inspections/{r.Decision.InspectionId}",
                    (_, _, not null) => $"~/reports/{r.Decision.PeriodId}",
                    _ => null,
                },
                r.Decision.Note)),
        ];
    }

    private Task<List<LinkablePlan>> ReadPlansAsync(RecommendationHead head, CancellationToken cancellationToken) =>
        database.Plans.AsNoTracking().Where(p => p.State != PlanState.Closed)
            .OrderByDescending(p => p.Inspections.Any(i => i.InspectionId == head.InspectionId)).ThenBy(p => p.Title).ThenBy(p => p.Id)
            .Select(p => new LinkablePlan(p.Id, p.Title)).ToListAsync(cancellationToken);

    /// <summary>Its links: those to show, of plans that may be read; and all, as they decide together what answers.</summary>
    private async Task<(IReadOnlyList<AnsweringLink> Shown, AnsweringLinks All)> ReadLinksAsync(TenantAccess access, Guid id, CancellationToken cancellationToken)
    {
        var rows = await database.RecommendationLinks.AsNoTracking().Where(l => l.RecommendationId == id)
            .OrderBy(l => l.AimId == null).ThenBy(l => l.DriverId == null).ThenBy(l => l.Project!.Number).ThenBy(l => l.Id)
            .Select(l => new
            {
                Plan = (Guid?)l.Aim!.PlanId ?? (Guid?)l.Driver!.Aim!.PlanId ?? (Guid?)l.Project!.Aim!.PlanId ?? (Guid?)l.Measure!.PlanId,
                Link = new AnsweringLink(l.Basis, l.Why, l.Aim.Number, l.Driver!.Text, l.ProjectId, l.Project!.Number, l.MeasureId, l.Measure!.Title) { AimId = l.AimId },
                Target = new AnsweringTarget(l.RecommendationId, l.AimId, l.DriverId, l.ProjectId, l.MeasureId, l.Measure.ProjectId),
            })
            .ToListAsync(cancellationToken);
        var granted = access.GrantedPlans(GrantScope.LivePlan).ToHashSet();
        return ([.. rows.Where(r => !access.IsByGrant || (r.Plan is { } plan && granted.Contains(plan))).Select(r => r.Link)], new AnsweringLinks(rows.Select(r => r.Target)));
    }

    private async Task<List<AnsweringProject>> ReadWorkAsync(TenantAccess access, AnsweringLinks links, CancellationToken cancellationToken)
    {
        var plans = VisiblePlans.PlansFor(database, access);
        var rows = await database.Projects.Where(links.Work).Where(p => plans.Any(plan => plan.Id == p.Aim!.PlanId)).AsNoTracking().OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position)
            .Select(p => new
            {
                p.Id,
                p.Number,
                p.Title,
                p.Status,
                p.Rag,
                p.Deadline,
                Leads = p.Leads.OrderBy(l => l.Position).Select(l => new LeadName(l.LeadResponsibilityId, l.LeadResponsibility!.Name, l.Kind)).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(p => new AnsweringProject(
            new WorkRow(p.Id, p.Number, p.Title, p.Status, Rating.Find(access.Partnership.RagKey, p.Rag)), p.Leads,
            DeadlineNote.Of(p.Deadline, clock.Today, p.Status.IsFinished())))];
    }

    private Task<List<Guid>> ReadMeasuresAsync(TenantAccess access, AnsweringLinks links, CancellationToken cancellationToken)
    {
        var plans = VisiblePlans.PlansFor(database, access).Select(p => p.Id);
        return database.Measures.Where(links.Measured).Where(m => plans.Contains(m.PlanId)).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    private Task<List<AnsweringUpdate>> ReadUpdatesAsync(List<Guid> projects, CancellationToken cancellationToken) =>
        database.UpdateEntries.AsNoTracking()
            .Where(e => projects.Contains(e.ProjectId) && e.UpdateId != null && e.Update!.State == UpdateState.Accepted)
            .OrderByDescending(e => e.Update!.Period!.To).ThenByDescending(e => e.Update!.ReviewedAt).ThenBy(e => e.Position)
            .Take(LatestShown)
            .Select(e => new AnsweringUpdate(
                e.ProjectId, e.Project!.Number, e.Text, e.DateText, e.Agency!.Code, e.Agency.Name, e.Update!.Period!.Title))
            .ToListAsync(cancellationToken);
}
