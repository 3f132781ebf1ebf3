using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Adding, editing and removing drivers.</summary>
public sealed class EditDriversController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/plans/{plan:guid}/drivers/new")]
    public Task<IActionResult> AddDriver([FromRoute] Guid plan, Guid? aim, CancellationToken cancellationToken) =>
        ShowAsync(new GetDriverForm(null, plan, aim), nameof(EditDriver), cancellationToken);

    [HttpPost("/plans/{plan:guid}/drivers/new")]
    public Task<IActionResult> AddDriver([FromRoute] Guid plan, AddDriver command, CancellationToken cancellationToken)
    {
        command.PlanId = plan;
        return SaveAsync(command, new GetDriverForm(null, plan), nameof(EditDriver), cancellationToken);
    }

    [HttpGet("/drivers/{id:guid}/edit")]
    public Task<IActionResult> EditDriver([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetDriverForm(id), nameof(EditDriver), cancellationToken);

    [HttpPost("/drivers/{id:guid}/edit")]
    public Task<IActionResult> EditDriver([FromRoute] Guid id, EditDriver command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetDriverForm(id), nameof(EditDriver), cancellationToken);
    }

    [HttpPost("/drivers/{id:guid}/remove")]
    public Task<IActionResult> RemoveDriver([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemoveDriver(id, version), new GetDriverForm(id), nameof(EditDriver), cancellationToken);
}
