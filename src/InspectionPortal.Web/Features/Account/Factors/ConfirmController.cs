using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Confirming that it is still the same person, and going on with what they were doing.</summary>
[OpenWithoutSecondFactor]
public sealed class ConfirmController(IMediator mediator) : PlatformController
{
    [HttpPost("/account/confirm")]
    public Task<IActionResult> ConfirmSession(
        [Bind(Prefix = Factors.ConfirmSession.Prefix)] ConfirmSession command, CancellationToken cancellationToken)
    {
        command.From = SignInThrottle.PlaceOf(HttpContext.Connection.RemoteIpAddress);
        command.To = Url.Own(command.To);
        command.Back = Url.Own(command.Back);
        return this.SendFormAsync(mediator, command, _ => GoOn(command), () => AgainAsync(command, cancellationToken));
    }

    [HttpGet("/account/confirm/passkey")]
    public async Task<IActionResult> RequestConfirmation(CancellationToken cancellationToken) =>
        Json(await mediator.Send(new RequestConfirmation(), cancellationToken));

    /// <summary>307 has the browser send the form once more, with every field, to where it was going.</summary>
    private LocalRedirectResult GoOn(ConfirmSession command) =>
        new(command.To ?? "/account", permanent: false, preserveMethod: command is { To: not null, IsOpened: false });

    private async Task<IActionResult> AgainAsync(ConfirmSession command, CancellationToken cancellationToken) =>
        await mediator.Send(new GetConfirmation(), cancellationToken) is { } ways
            ? View(ConfirmationFilter.View, ConfirmPage.Of(Request, command, ways))
            : NotFound();
}
