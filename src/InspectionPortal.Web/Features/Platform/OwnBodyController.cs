using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>The pages of a scrutiny body's own administrator.</summary>
public sealed class OwnBodyController(IMediator mediator) : PlatformController
{
    [HttpGet("/inspect/bodies/{id:guid}")]
    public async Task<IActionResult> GetOwnBody(Guid id, CancellationToken cancellationToken) =>
        this.Page(nameof(GetOwnBody), await mediator.Send(new GetOwnBody(id), cancellationToken));

    [HttpGet("/inspect/bodies/{id:guid}/officers/new")]
    public Task<IActionResult> InviteOwnOfficer(Guid id, CancellationToken cancellationToken) =>
        FormAsync(new InviteOwnOfficer { BodyId = id }, cancellationToken);

    [HttpPost("/inspect/bodies/{id:guid}/officers/new")]
    public Task<IActionResult> InviteOwnOfficer([FromRoute] Guid id, InviteOwnOfficer command, CancellationToken cancellationToken)
    {
        command.BodyId = id;
        return this.SendFormAsync(
            mediator, command, _ => Redirect($"/inspect/bodies/{id}"), () => FormAsync(command, cancellationToken),
            "Invitation sent. They can read what partnerships grant your body when they accept it.");
    }

    [HttpPost("/inspect/bodies/{id:guid}/officers/{officerId:guid}/remove")]
    public Task<IActionResult> RemoveOwnOfficer([FromRoute] Guid id, [FromRoute] Guid officerId, CancellationToken cancellationToken) =>
        this.SendFormAsync(
            mediator, new RemoveOwnOfficer { BodyId = id, OfficerId = officerId }, _ => Redirect($"/inspect/bodies/{id}"),
            () => GetOwnBody(id, cancellationToken), "Removed. To undo this, invite them again with the same e-mail address.");

    private async Task<IActionResult> FormAsync(InviteOwnOfficer command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetOwnBody(command.BodyId), cancellationToken) is not { } body)
        {
            return NotFound();
        }

        ViewData["Body"] = body;
        return View(nameof(InviteOwnOfficer), command);
    }
}
