using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The plan as a tree that folds: aims, drivers, projects, and below them sub-actions and measures.</summary>
/// <param name="Filter">What is asked for.</param>
/// <param name="Open">"all" opens every branch, "none" closes all; else the aims are open.</param>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetPlanTree(PlanFilter Filter, string? Open) : IQuery<PlanTreePage>;

internal sealed class GetPlanTreeHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<GetPlanTree, PlanTreePage?>
{
    public async Task<PlanTreePage?> Handle(GetPlanTree request, CancellationToken cancellationToken)
    {
        var plan = await new PlanContentReader(database, current, clock).ReadAsync(request.Filter, PlanViewOptions.Measures, cancellationToken);
        var isAll = string.Equals(request.Open, "all", StringComparison.OrdinalIgnoreCase);
        var isNone = string.Equals(request.Open, "none", StringComparison.OrdinalIgnoreCase);
        return plan is null ? null : new PlanTreePage(plan, isAll, !isNone);
    }
}
