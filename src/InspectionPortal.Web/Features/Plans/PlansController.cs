using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The list of plans, and reading one.</summary>
public sealed class PlansController(IMediator mediator) : TenantController
{
    /// <summary>With one plan there is nothing to choose: it opens, unless the list itself was asked for.</summary>
    [HttpGet("/plans")]
    public async Task<IActionResult> ListPlans(string? list, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new ListPlans(), cancellationToken);
        return page is { Plans: [var only] } && list != "all" ? Redirect(Url.Content($"~/plans/{only.Id}")) : this.Page(nameof(ListPlans), page);
    }

    [HttpGet("/plans/{plan:guid}")]
    public async Task<IActionResult> GetPlan(PlanFilter filter, string? whole, CancellationToken cancellationToken) =>
        await mediator.Send(new GetPlan(filter, whole == "1"), cancellationToken) is { } page ? View(page) : NotFound();
}
