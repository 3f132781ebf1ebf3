using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Measures.Signals;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>How does the partnership believe its plan hangs together? As a drawing and as a list.</summary>
/// <param name="Filter">What is asked for.</param>
/// <param name="Paper">"a3" cuts the drawing for A3, anything else for A4.</param>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetDriverDiagram(PlanFilter Filter, string? Paper) : IQuery<DriverDiagramPage>;

/// <summary>The page; <see cref="Drawing"/> is null where there is nothing to draw.</summary>
public sealed record DriverDiagramPage(PlanContent Plan, DiagramDrawing? Drawing, bool IsA3) : IReadByLinkOfficers
{
    public const string Path = "~/plan/drivers";

    // What 1200 units of width leave in height on each paper, below the headers; the first page also has the page's heading.
    private const double OnA4 = 742;
    private const double FirstOnA4 = 520;
    private const double OnA3 = 1660;
    private const double FirstOnA3 = 1440;

    public string WhatWasRead => $"Driver diagram: {Plan.Head?.Title}";

    /// <summary>The drawing cut for paper.</summary>
    public IReadOnlyList<TreePage> Pages => Drawing is null ? [] : TreePages.Cut(Drawing.Tree, Scaled(IsA3 ? FirstOnA3 : FirstOnA4), Scaled(IsA3 ? OnA3 : OnA4));

    private double Scaled(double height) => height * Drawing!.Tree.Width / 1200;
}

internal sealed class GetDriverDiagramHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetDriverDiagram, DriverDiagramPage?>
{
    public async Task<DriverDiagramPage?> Handle(GetDriverDiagram request, CancellationToken cancellationToken)
    {
        var plan = await new PlanReader(database, current, clock).ReadAsync(request.Filter, PlanParts.Measures, cancellationToken);
        if (plan is null)
        {
            return null;
        }

        var signals = plan.Head is { } head
            ? await SignalSet.ReadAsync(database, database.Measures.Where(m => m.PlanId == head.Id), clock.Today, cancellationToken)
            : SignalSet.None;
        return new DriverDiagramPage(
            plan, plan.Aims.Count == 0 ? null : DiagramBuilder.Draw(plan, signals), string.Equals(request.Paper, "a3", StringComparison.OrdinalIgnoreCase));
    }
}
