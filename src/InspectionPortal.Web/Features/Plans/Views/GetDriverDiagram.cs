using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>How does the partnership believe its plan hangs together? As a drawing and as a list.</summary>
/// <param name="Filter">What is asked for.</param>
/// <param name="Paper">"a3" cuts the drawing for A3, anything else for A4.</param>
/// <param name="Whole">True where all is drawn, however large.</param>
/// <param name="Zoom">One of <see cref="DriverDiagramPage.Sizes"/>; anything else is the smallest.</param>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetDriverDiagram(PlanFilter Filter, string? Paper, bool Whole = false, int Zoom = 100) : IQuery<DriverDiagramPage>;

internal sealed class GetDriverDiagramHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetDriverDiagram, DriverDiagramPage?>
{
    public async Task<DriverDiagramPage?> Handle(GetDriverDiagram request, CancellationToken cancellationToken)
    {
        var plan = await new PlanContentReader(database, current, clock).ReadAsync(request.Filter, PlanViewOptions.Measures, cancellationToken);
        if (plan is null)
        {
            return null;
        }

        var signals = plan.Head is { } head
            ? await SignalSet.ReadAsync(database, database.Measures.Where(m => m.PlanId == head.Id), clock.Today, cancellationToken)
            : SignalSet.None;
        var isDrawn = plan.Aims.Count == 1 || (plan.Aims.Count > 1 && (request.Whole || DriverDiagramPage.NodesOf(plan) <= DriverDiagramPage.MostReadable));
        return new DriverDiagramPage(
            plan, isDrawn ? DiagramBuilder.Draw(plan, signals) : null, string.Equals(request.Paper, "a3", StringComparison.OrdinalIgnoreCase), request.Whole,
            DriverDiagramPage.Sizes.Contains(request.Zoom) ? request.Zoom : DriverDiagramPage.Sizes[0]);
    }
}
