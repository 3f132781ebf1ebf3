using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Starting and editing the plan itself.</summary>
public sealed class EditPlanController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/plans/new")]
    public Task<IActionResult> StartPlan(CancellationToken cancellationToken) =>
        ShowAsync(new GetPlanForm(null), nameof(EditPlan), cancellationToken);

    [HttpPost("/plans/new")]
    public Task<IActionResult> StartPlan(StartPlan command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetPlanForm(null), nameof(EditPlan), cancellationToken);

    [HttpGet("/plans/{plan:guid}/edit")]
    public Task<IActionResult> EditPlan([FromRoute] Guid plan, CancellationToken cancellationToken) =>
        ShowAsync(new GetPlanForm(plan), nameof(EditPlan), cancellationToken);

    [HttpPost("/plans/{plan:guid}/edit")]
    public Task<IActionResult> EditPlan([FromRoute] Guid plan, EditPlan command, CancellationToken cancellationToken)
    {
        command.Id = plan;
        return SaveAsync(command, new GetPlanForm(plan), nameof(EditPlan), cancellationToken);
    }
}
