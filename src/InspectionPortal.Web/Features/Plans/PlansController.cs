using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The list of plans, and reading one.</summary>
public sealed class PlansController(IMediator mediator, CurrentSession current, IHostEnvironment environment) : TenantController
{
    /// <summary>With one plan there is nothing to choose: it opens, unless the list itself was asked for.</summary>
    [HttpGet("/plans")]
    [CachedPage]
    public async Task<IActionResult> ListPlans(string? list, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new ListPlans(), cancellationToken);
        return page is { Plans: [var only] } && list != "all" ? Redirect(Url.Content($"~/plans/{only.Id}")) : this.Page(nameof(ListPlans), page);
    }

    /// <summary>
    /// The short view, or the partnership's own columns: as the address says, else as this person chose last. Long cells in full are asked
    /// of the plan as written, and on paper that is the plan: it changes no choice.
    /// </summary>
    [HttpGet("/plans/{plan:guid}")]
    [CachedPage]
    public async Task<IActionResult> GetPlan(
        PlanFilter filter, string? view, string? whole, [FromQuery] PlanEditing editing, CancellationToken cancellationToken)
    {
        var isWhole = whole == "1";
        var remembered = new RememberedPlanView(HttpContext, current.RequiredPerson.UserId, environment);
        var shown = isWhole ? PlanTableView.Written : PlanTableViews.Find(view) ?? remembered.View;
        if (await mediator.Send(new GetPlan(filter, isWhole) { View = shown }, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (PlanTableViews.Find(view) is { } chosen)
        {
            remembered.Keep(chosen);
        }

        return View(page with { Editing = editing });
    }
}
