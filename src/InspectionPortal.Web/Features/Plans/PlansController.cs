using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Reading a plan.</summary>
public sealed class PlansController(IMediator mediator) : TenantController
{
    [HttpGet("/plan")]
    public async Task<IActionResult> GetPlan(PlanFilter filter, string? whole, CancellationToken cancellationToken) =>
        await mediator.Send(new GetPlan(filter, whole == "1"), cancellationToken) is { } page ? View(page) : NotFound();
}
