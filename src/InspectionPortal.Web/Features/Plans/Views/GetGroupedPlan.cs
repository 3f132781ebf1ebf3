using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>Everything that someone answers for, by who leads, by agency, or by the recommendation that it answers.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetGroupedPlan(PlanFilter Filter, PlanGrouping By) : IQuery<GroupedPlanPage>;

internal sealed class GetGroupedPlanHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetGroupedPlan, GroupedPlanPage?>
{
    public async Task<GroupedPlanPage?> Handle(GetGroupedPlan request, CancellationToken cancellationToken)
    {
        // A lead answers for sub-actions and measures of projects that others lead too, so the leads narrow the groups, not the projects.
        var isByLead = request.By == PlanGrouping.Lead;
        var filter = isByLead ? request.Filter.WithoutLeads() : request.Filter;
        var parts = PlanViewOptions.Measures | (request.By == PlanGrouping.Agency ? PlanViewOptions.Agencies : PlanViewOptions.None);
        if (await new PlanContentReader(database, current, clock).ReadAsync(filter, parts, cancellationToken) is not { } read)
        {
            return null;
        }

        var plan = read with { Filter = request.Filter };
        var groups = request.By switch
        {
            PlanGrouping.Lead => PlanGroups.ByLead(plan),
            PlanGrouping.Agency => PlanGroups.ByAgency(plan),
            _ => PlanGroups.ByRecommendation(plan),
        };
        var one = isByLead && request.Filter.AsksForLead() && groups is [{ IsLeftOver: false } only] ? only.Heading : null;
        return new GroupedPlanPage(plan, request.By, groups, one);
    }
}
