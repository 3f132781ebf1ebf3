using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What falls due when, against what was promised first and what is expected now.</summary>
/// <param name="Filter">What is asked for.</param>
/// <param name="With">"steps" adds sub-actions and milestones.</param>
/// <param name="Paper">"a3" sets it up for A3.</param>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetPlanTimeline(PlanFilter Filter, string? With, string? Paper = null) : IQuery<PlanTimelinePage>;

internal sealed class GetPlanTimelineHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<GetPlanTimeline, PlanTimelinePage?>
{
    public async Task<PlanTimelinePage?> Handle(GetPlanTimeline request, CancellationToken cancellationToken)
    {
        if (await new PlanContentReader(database, current, clock).ReadAsync(request.Filter, PlanViewOptions.Measures, cancellationToken) is not { } plan)
        {
            return null;
        }

        var hasSteps = Is(request.With, "steps");
        var periods = await ReadPeriodsAsync(plan.Head.Id, cancellationToken);
        return new PlanTimelinePage(plan, hasSteps, Is(request.Paper, "a3"), [.. TimelineRows.Of(plan, hasSteps)], periods);
    }

    /// <summary>Quarters of the plan; scrutiny bodies see those that are approved.</summary>
    private Task<List<TimelinePeriod>> ReadPeriodsAsync(Guid planId, CancellationToken cancellationToken)
    {
        var seesAll = !current.RequiredTenant.IsByGrant;
        return database.ReportingPeriods.AsNoTracking()
            .Where(p => p.PlanId == planId && p.Kind == PeriodKind.Quarter && (seesAll || p.State == PeriodState.Approved))
            .OrderBy(p => p.From).ThenBy(p => p.Id).Select(p => new TimelinePeriod(p.Id, p.Title, p.From, p.To)).ToListAsync(cancellationToken);
    }

    private static bool Is(string? asked, string word) => string.Equals(asked, word, StringComparison.OrdinalIgnoreCase);
}
