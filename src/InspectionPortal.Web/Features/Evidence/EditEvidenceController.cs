using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Changing what is said about evidence, withdrawing it, and destroying its files.</summary>
public sealed class EditEvidenceController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/evidence/{id:guid}/edit")]
    public Task<IActionResult> EditEvidence([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetEvidenceForm(id), nameof(EditEvidence), cancellationToken);

    [HttpPost("/evidence/{id:guid}/edit")]
    public Task<IActionResult> EditEvidence([FromRoute] Guid id, EditEvidence command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetEvidenceForm(id), nameof(EditEvidence), cancellationToken);
    }

    [HttpGet("/evidence/{id:guid}/retract")]
    public Task<IActionResult> RetractEvidence([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetRetractForm(id), nameof(RetractEvidence), cancellationToken);

    [HttpPost("/evidence/{id:guid}/retract")]
    public Task<IActionResult> RetractEvidence([FromRoute] Guid id, RetractEvidence command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetRetractForm(id), nameof(RetractEvidence), cancellationToken);
    }

    [HttpGet("/evidence/{id:guid}/destroy")]
    public Task<IActionResult> RequestDestruction([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetDestructionForm(id), nameof(RequestDestruction), cancellationToken);

    [HttpPost("/evidence/{id:guid}/destroy")]
    public Task<IActionResult> RequestDestruction([FromRoute] Guid id, RequestDestruction command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetDestructionForm(id), nameof(RequestDestruction), cancellationToken);
    }

    [HttpGet("/evidence/{id:guid}/destroy/confirm")]
    public Task<IActionResult> ConfirmDestruction([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetDestructionConfirmation(id), nameof(ConfirmDestruction), cancellationToken);

    [HttpPost("/evidence/{id:guid}/destroy/confirm")]
    public Task<IActionResult> ConfirmDestruction([FromRoute] Guid id, ConfirmDestruction command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetDestructionConfirmation(id), nameof(ConfirmDestruction), cancellationToken);
    }

    [HttpPost("/evidence/{id:guid}/destroy/decline")]
    public Task<IActionResult> DeclineDestruction([FromRoute] Guid id, DeclineDestruction command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return RemoveAsync(command, new GetDestructionConfirmation(id), nameof(ConfirmDestruction), cancellationToken);
    }
}
