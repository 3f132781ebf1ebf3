using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>The platform administrator's pages about invitations.</summary>
public sealed class PlatformInvitationsController(IMediator mediator) : PlatformController
{
    [HttpGet("/admin/invitations")]
    public async Task<IActionResult> ListInvitations(CancellationToken cancellationToken) =>
        await mediator.Send(new ListInvitations(), cancellationToken) is { } page ? View(nameof(ListInvitations), page) : NotFound();

    [HttpPost("/admin/invitations/{id:guid}/send")]
    public Task<IActionResult> SendPlatformInvitationAgain([FromRoute] Guid id, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new SendPlatformInvitationAgain { Id = id }, Redirect, () => ListInvitations(cancellationToken),
        "Invitation sent again. The link in the earlier e-mail no longer works.");

    [HttpPost("/admin/invitations/{id:guid}/withdraw")]
    public Task<IActionResult> WithdrawPlatformInvitation([FromRoute] Guid id, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new WithdrawPlatformInvitation { Id = id }, Redirect, () => ListInvitations(cancellationToken),
        "Invitation withdrawn. Its link no longer works.");

    [HttpPost("/admin/invitations/{id:guid}/link")]
    public Task<IActionResult> HandOutInvitation([FromRoute] Guid id, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new HandOutInvitation { Id = id }, link => View(nameof(HandOutInvitation), link), () => ListInvitations(cancellationToken));
}
