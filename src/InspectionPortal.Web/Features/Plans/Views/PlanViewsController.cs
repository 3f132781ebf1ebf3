using System.Text;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The sides from which a plan can be looked at. Nothing here changes anything.</summary>
public sealed class PlanViewsController(IMediator mediator) : TenantController
{
    [HttpGet("/plans/{plan:guid}/tree")]
    [CachedPage]
    public async Task<IActionResult> GetPlanTree(PlanFilter filter, string? open, CancellationToken cancellationToken) =>
        this.Page(nameof(GetPlanTree), await mediator.Send(new GetPlanTree(filter, open), cancellationToken));

    [HttpGet("/plans/{plan:guid}/drivers")]
    [CachedPage]
    public async Task<IActionResult> GetDriverDiagram(PlanFilter filter, string? paper, string? whole, string? zoom, CancellationToken cancellationToken) =>
        this.Page(nameof(GetDriverDiagram), await mediator.Send(new GetDriverDiagram(filter, paper, whole == "1", int.TryParse(zoom, out var size) ? size : 0), cancellationToken));

    /// <summary>The diagram alone, as a file that needs nothing else.</summary>
    [HttpGet("/plans/{plan:guid}/drivers.svg")]
    public async Task<IActionResult> GetDriverDiagramFile(PlanFilter filter, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetDriverDiagram(filter, null, Whole: true), cancellationToken) is not { Drawing: { } drawing } page)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var bytes = Encoding.UTF8.GetBytes(new DiagramFile(drawing, $"{page.Plan.Head.Title}: driver diagram").ToString());
        return File(bytes, "image/svg+xml", "driver-diagram.svg");
    }

    [HttpGet("/plans/{plan:guid}/by-lead")]
    [CachedPage]
    public Task<IActionResult> GetPlanByLead(PlanFilter filter, CancellationToken cancellationToken) =>
        GroupedAsync(filter, PlanGrouping.Lead, cancellationToken);

    [HttpGet("/plans/{plan:guid}/by-agency")]
    [CachedPage]
    public Task<IActionResult> GetPlanByAgency(PlanFilter filter, CancellationToken cancellationToken) =>
        GroupedAsync(filter, PlanGrouping.Agency, cancellationToken);

    [HttpGet("/plans/{plan:guid}/by-recommendation")]
    [CachedPage]
    public Task<IActionResult> GetPlanByRecommendation(PlanFilter filter, CancellationToken cancellationToken) =>
        GroupedAsync(filter, PlanGrouping.Recommendation, cancellationToken);

    [HttpGet("/plans/{plan:guid}/timeline")]
    [CachedPage]
    public async Task<IActionResult> GetPlanTimeline(PlanFilter filter, string? with, string? paper, CancellationToken cancellationToken) =>
        this.Page(nameof(GetPlanTimeline), await mediator.Send(new GetPlanTimeline(filter, with, paper), cancellationToken));

    [HttpGet("/aims/{id:guid}")]
    [CachedPage]
    public async Task<IActionResult> GetAim([FromRoute] Guid id, CancellationToken cancellationToken) =>
        this.Page(nameof(GetAim), await mediator.Send(new GetAim(id), cancellationToken));

    private async Task<IActionResult> GroupedAsync(PlanFilter filter, PlanGrouping by, CancellationToken cancellationToken) =>
        this.Page(nameof(GetGroupedPlan), await mediator.Send(new GetGroupedPlan(filter, by), cancellationToken));
}
