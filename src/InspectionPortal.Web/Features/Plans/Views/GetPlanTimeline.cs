using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What falls due when, against what was promised first and what is expected now.</summary>
/// <param name="Filter">What is asked for.</param>
/// <param name="With">"steps" adds sub-actions and milestones.</param>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetPlanTimeline(PlanFilter Filter, string? With) : IQuery<PlanTimelinePage>;

internal sealed class GetPlanTimelineHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<GetPlanTimeline, PlanTimelinePage?>
{
    public async Task<PlanTimelinePage?> Handle(GetPlanTimeline request, CancellationToken cancellationToken)
    {
        var hasSteps = string.Equals(request.With, "steps", StringComparison.OrdinalIgnoreCase);
        var parts = hasSteps ? PlanViewOptions.Measures : PlanViewOptions.None;
        if (await new PlanContentReader(database, current, clock).ReadAsync(request.Filter, parts, cancellationToken) is not { } plan)
        {
            return null;
        }

        var rows = TimelineRows.Of(plan, hasSteps).ToList();
        return new PlanTimelinePage(plan, hasSteps, TimelineRows.InBands(rows, clock.Today), TimelineAxis.Of(rows, clock.Today));
    }
}
