using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Adding, editing and removing aims.</summary>
public sealed class EditAimsController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/aims/new")]
    public async Task<IActionResult> AddAim(CancellationToken cancellationToken) =>
        await ShowAsync(new GetAimForm(null), nameof(EditAim), cancellationToken) is var form and not NotFoundResult ? form : Redirect(Url.Content("~/plan/new"));

    [HttpPost("/aims/new")]
    public Task<IActionResult> AddAim(AddAim command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetAimForm(null), nameof(EditAim), cancellationToken);

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
