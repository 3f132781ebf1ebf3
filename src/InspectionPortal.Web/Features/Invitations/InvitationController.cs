using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Invitations;

/// <summary>The page behind the link of an invitation.</summary>
public sealed class InvitationController(IMediator mediator) : PlatformController
{
    [HttpGet("/account/invitation")]
    public Task<IActionResult> OpenInvitation([FromQuery] OpenInvitation query, CancellationToken cancellationToken) =>
        PageAsync(new AcceptInvitation { Id = query.Id, Token = query.Token }, cancellationToken);

    [HttpPost("/account/invitation")]
    public Task<IActionResult> AcceptInvitation(AcceptInvitation command, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, command,
        accepted =>
        {
            TempData["Done"] = accepted.IsNewAccount
                ? "Invitation accepted and password set. Sign in with your new password."
                : "Invitation accepted";
            return Redirect(accepted.IsNewAccount ? "/account/sign-in" : accepted.Slug is { } slug ? $"/{slug}" : "/account");
        },
        () => PageAsync(command, cancellationToken));

    [HttpPost("/account/invitation/decline")]
    public Task<IActionResult> DeclineInvitation(DeclineInvitation command, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, command, _ => View("InvitationDeclined"),
        () => PageAsync(new AcceptInvitation { Id = command.Id, Token = command.Token }, cancellationToken));

    private async Task<IActionResult> PageAsync(AcceptInvitation command, CancellationToken cancellationToken)
    {
        var page = (await mediator.Send(new OpenInvitation { Id = command.Id, Token = command.Token }, cancellationToken))!;
        if (page.Obstacle is not null)
        {
            // The page says why; a summary of errors above it would say it twice.
            ModelState.Clear();
            Response.StatusCode = StatusCodes.Status410Gone;
            return View("InvitationClosed", page);
        }

        command.Name ??= page.Invitation!.Name;
        ViewData["Invitation"] = page;
        return View(nameof(OpenInvitation), command);
    }
}
