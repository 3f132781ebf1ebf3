using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>From one plan into the plan that follows.</summary>
public sealed class CarryOverController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/plans/{plan:guid}/carry-over")]
    public Task<IActionResult> CarryOverProjects([FromRoute] Guid plan, CancellationToken cancellationToken) =>
        ShowAsync(new GetCarryOverForm(plan), nameof(CarryOverProjects), cancellationToken);

    [HttpPost("/plans/{plan:guid}/carry-over")]
    public Task<IActionResult> CarryOverProjects([FromRoute] Guid plan, CarryOverProjects command, CancellationToken cancellationToken)
    {
        command.PlanId = plan;
        return SaveAsync(command, new GetCarryOverForm(plan), nameof(CarryOverProjects), cancellationToken);
    }
}
