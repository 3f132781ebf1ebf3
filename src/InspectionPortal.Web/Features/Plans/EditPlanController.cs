using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Starting and editing the plan itself.</summary>
public sealed class EditPlanController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/plan/new")]
    public Task<IActionResult> StartPlan(CancellationToken cancellationToken) =>
        ShowAsync(new GetPlanForm(IsNew: true), nameof(EditPlan), cancellationToken);

    [HttpPost("/plan/new")]
    public Task<IActionResult> StartPlan(StartPlan command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetPlanForm(IsNew: true), nameof(EditPlan), cancellationToken);

    [HttpGet("/plan/edit")]
    public Task<IActionResult> EditPlan(CancellationToken cancellationToken) =>
        ShowAsync(new GetPlanForm(IsNew: false), nameof(EditPlan), cancellationToken);

    [HttpPost("/plan/edit")]
    public Task<IActionResult> EditPlan(EditPlan command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetPlanForm(IsNew: false), nameof(EditPlan), cancellationToken);
}
