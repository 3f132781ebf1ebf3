using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Which plans do we have? A link officer sees those that are open to them.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record ListPlans : IQuery<PlansPage>;

internal sealed class ListPlansHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<ListPlans, PlansPage?>
{
    public async Task<PlansPage?> Handle(ListPlans request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = await ReadAsync(access, cancellationToken);
        var rated = await database.Projects.AsNoTracking().Where(p => p.NoActionNeededReason == null)
            .Where(p => database.PlansFor(access).Any(plan => plan.Id == p.PlanId))
            .GroupBy(p => new { p.PlanId, p.Rag }).Select(g => new { g.Key.PlanId, g.Key.Rag, Count = g.Count() }).ToListAsync(cancellationToken);
        var key = access.Partnership.RagKey;
        var ratings = key.OrderBy(r => r.Order).Append(Rating.NotRated).ToList();
        return new PlansPage(
            [
                .. plans.Select(p => p with
                {
                    Ratings =
                    [
                        .. ratings.Select(r => new RatingCount(
                            r, rated.Where(x => x.PlanId == p.Id && Rating.Find(key, x.Rag) == r).Sum(x => x.Count),
                            PlanFilter.Of(p.Id.ToString()).With("rating", r.Code))),
                    ],
                }),
            ],
            access.Has(Permission.EditPlan), access.Partnership.Vocabulary, key)
        {
            SeesApprovedOnly = access.IsByGrant,
        };
    }

    private Task<List<PlanSummary>> ReadAsync(TenantAccess access, CancellationToken cancellationToken)
    {
        var seesAll = !access.IsByGrant;
        return database.PlansFor(access).AsNoTracking().OrderBy(p => p.State == PlanState.Closed).ThenByDescending(p => p.Id)
            .Select(p => new PlanSummary(
                p.Id, p.Title, p.PeriodText, p.State,
                p.Inspections.OrderBy(i => i.Inspection!.Published).Select(i => new PlanOption(i.InspectionId.ToString(), i.Inspection!.Title)).ToList(),
                database.ReportingPeriods.Where(r => r.PlanId == p.Id && r.Kind == PeriodKind.Quarter
                    && (seesAll || r.State == PeriodState.Approved))
                    .OrderByDescending(r => r.DueOn).Select(r => new PlanPeriod(r.Id, r.Title, r.DueOn, r.State, 0)).FirstOrDefault())
            {
                ClosedOn = p.ClosedOn,
            })
            .ToListAsync(cancellationToken);
    }
}
