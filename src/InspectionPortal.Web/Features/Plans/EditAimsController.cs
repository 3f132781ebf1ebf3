using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Adding, editing and removing aims.</summary>
public sealed class EditAimsController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/plans/{plan:guid}/aims/new")]
    public Task<IActionResult> AddAim([FromRoute] Guid plan, CancellationToken cancellationToken) =>
        ShowAsync(new GetAimForm(null, plan), nameof(EditAim), cancellationToken);

    [HttpPost("/plans/{plan:guid}/aims/new")]
    public Task<IActionResult> AddAim([FromRoute] Guid plan, AddAim command, CancellationToken cancellationToken)
    {
        command.PlanId = plan;
        return SaveAsync(command, new GetAimForm(null, plan), nameof(EditAim), cancellationToken);
    }

    [HttpGet("/aims/{id:guid}/edit")]
    public Task<IActionResult> EditAim([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetAimForm(id), nameof(EditAim), cancellationToken);

    [HttpPost("/aims/{id:guid}/edit")]
    public Task<IActionResult> EditAim([FromRoute] Guid id, EditAim command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetAimForm(id), nameof(EditAim), cancellationToken);
    }

    [HttpPost("/aims/{id:guid}/remove")]
    public Task<IActionResult> RemoveAim([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemoveAim(id, version), new GetAimForm(id), nameof(EditAim), cancellationToken);
}
