using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>One's own authenticator app, passkeys and recovery codes.</summary>
[OpenWithoutSecondFactor]
public sealed class FactorsController(IMediator mediator) : PlatformController
{
    private const string Own = SecondFactorMiddleware.SetUpPath;

    [HttpGet("/account/factors")]
    public async Task<IActionResult> GetFactors(CancellationToken cancellationToken) =>
        this.Page(nameof(GetFactors), await mediator.Send(new GetFactors(), cancellationToken));

    [HttpGet("/account/factors/app")]
    public Task<IActionResult> SetUpApp(CancellationToken cancellationToken) => AppAsync(new SetUpApp(), cancellationToken);

    [HttpPost("/account/factors/app")]
    public Task<IActionResult> SetUpApp(SetUpApp command, CancellationToken cancellationToken) =>
        this.SendFormAsync(mediator, command, Added, () => AppAsync(command, cancellationToken));

    [HttpPost("/account/factors/app/remove")]
    public Task<IActionResult> RemoveApp(CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new RemoveApp(), _ => Redirect(Own), () => GetFactors(cancellationToken),
        "Authenticator app removed. Delete the entry in the app as well.");

    [HttpGet("/account/factors/passkeys")]
    public async Task<IActionResult> RequestNewPasskey(CancellationToken cancellationToken) =>
        Json(await mediator.Send(new RequestNewPasskey(), cancellationToken));

    [HttpPost("/account/factors/passkeys")]
    public Task<IActionResult> AddPasskey(AddPasskey command, CancellationToken cancellationToken) =>
        this.SendFormAsync(mediator, command, Added, () => GetFactors(cancellationToken));

    [HttpPost("/account/factors/passkeys/remove")]
    public Task<IActionResult> RemovePasskey(RemovePasskey command, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, command, _ => Redirect(Own), () => GetFactors(cancellationToken),
        "Passkey removed. Delete it from your browser or device as well.");

    [HttpPost("/account/factors/recovery-codes")]
    public Task<IActionResult> RenewRecoveryCodes(CancellationToken cancellationToken) =>
        this.SendFormAsync(mediator, new RenewRecoveryCodes(), Added, () => GetFactors(cancellationToken));

    /// <summary>Recovery codes are in this answer and nowhere else: opening the page again does not show them.</summary>
    private IActionResult Added(FactorAdded added)
    {
        if (added.RecoveryCodes.Count > 0)
        {
            return View("RecoveryCodes", added);
        }

        TempData["Done"] = added.Notice;
        return Redirect(Own);
    }

    private async Task<IActionResult> AppAsync(SetUpApp form, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new StartApp(form.SealedKey), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        ViewData["Key"] = page;
        return View(nameof(SetUpApp), form);
    }
}
