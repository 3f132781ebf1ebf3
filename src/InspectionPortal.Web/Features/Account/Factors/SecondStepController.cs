using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>The second step of signing in, and signing in with a passkey.</summary>
[OpenWithoutSecondFactor]
public sealed class SecondStepController(IMediator mediator, CurrentSession current) : PlatformController
{
    [HttpGet("/account/sign-in/second-step")]
    public Task<IActionResult> FinishSignIn(string? returnUrl, CancellationToken cancellationToken) =>
        current.Person is null
            ? StepAsync(new FinishSignIn { ReturnUrl = Url.Own(returnUrl) }, cancellationToken)
            : Task.FromResult<IActionResult>(Next(returnUrl));

    [HttpPost("/account/sign-in/second-step")]
    public async Task<IActionResult> FinishSignIn(FinishSignIn command, CancellationToken cancellationToken)
    {
        command.From = SignInThrottle.PlaceOf(HttpContext.Connection.RemoteIpAddress);
        if (await mediator.Send(new GetSecondStep(), cancellationToken) is null)
        {
            return Again();
        }

        return await this.SendFormAsync(
            mediator, command,
            finished =>
            {
                if (finished.RecoveryCodesLeft is { } left)
                {
                    TempData["Done"] = $"You used a recovery code. You have {left} left. You can create new ones in your account.";
                }

                return Next(command.ReturnUrl);
            },
            () => StepAsync(command, cancellationToken));
    }

    [HttpGet("/account/sign-in/passkey")]
    public async Task<IActionResult> RequestPasskeySignIn(CancellationToken cancellationToken) =>
        Json(await mediator.Send(new RequestPasskeySignIn(), cancellationToken));

    [HttpPost("/account/sign-in/passkey")]
    public Task<IActionResult> SignInWithPasskey(SignInWithPasskey command, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, command, _ => Next(command.ReturnUrl),
        async () => await mediator.Send(new GetSecondStep(), cancellationToken) is null
            ? View("PasskeyRefused", Url.Own(command.ReturnUrl))
            : await StepAsync(new FinishSignIn { ReturnUrl = Url.Own(command.ReturnUrl) }, cancellationToken));

    private async Task<IActionResult> StepAsync(FinishSignIn form, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetSecondStep(), cancellationToken) is not { } page)
        {
            return Again();
        }

        ViewData["Step"] = page;
        return View(nameof(FinishSignIn), form);
    }

    private RedirectResult Next(string? returnUrl) => Redirect(Url.Own(returnUrl) ?? "/");

    private ViewResult Again()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("SignInAgain");
    }
}
