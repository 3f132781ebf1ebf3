using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Scrutiny;
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

public sealed record PlanTimelinePage(PlanContent Plan, bool HasSteps, IReadOnlyList<TimelineBand> Bands, TimelineAxis? Axis) : IReadByLinkOfficers
{
    public const string Address = "~/plan/timeline";

    public string WhatWasRead => $"Timeline of the plan: {Plan.Head?.Title}";

    /// <summary>The address of the view as it is, filters aside.</summary>
    public string Path => HasSteps ? $"{Address}?with=steps" : Address;

    /// <summary>The same with or without sub-actions.</summary>
    public string Turned => Plan.Filter.At(HasSteps ? Address : $"{Address}?with=steps");
}

internal sealed class GetPlanTimelineHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<GetPlanTimeline, PlanTimelinePage?>
{
    public async Task<PlanTimelinePage?> Handle(GetPlanTimeline request, CancellationToken cancellationToken)
    {
        var hasSteps = string.Equals(request.With, "steps", StringComparison.OrdinalIgnoreCase);
        var parts = hasSteps ? PlanViewParts.Measures : PlanViewParts.None;
        if (await new PlanReader(database, current, clock).ReadAsync(request.Filter, parts, cancellationToken) is not { } plan)
        {
            return null;
        }

        var rows = TimelineRows.Of(plan, hasSteps).ToList();
        return new PlanTimelinePage(plan, hasSteps, TimelineRows.InBands(rows, clock.Today), TimelineAxis.Of(rows, clock.Today));
    }
}
