using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Choosing a new password without knowing the old one.</summary>
public sealed class PasswordResetController(IMediator mediator) : PlatformController
{
    [HttpGet("/account/forgotten-password")]
    public IActionResult RequestPasswordReset() => View(new RequestPasswordReset());

    [HttpPost("/account/forgotten-password")]
    public Task<IActionResult> RequestPasswordReset(RequestPasswordReset command)
    {
        command.From = SignInThrottle.PlaceOf(HttpContext.Connection.RemoteIpAddress);
        return this.SendFormAsync(
            mediator, command, _ => Redirect("/account/forgotten-password/sent"), () => Task.FromResult<IActionResult>(View(command)));
    }

    [HttpGet("/account/forgotten-password/sent")]
    public IActionResult PasswordResetAsked() => View();

    [HttpGet("/account/reset-password")]
    public async Task<IActionResult> ResetPassword([FromQuery] OpenPasswordReset query, CancellationToken cancellationToken) =>
        await mediator.Send(query, cancellationToken) is { } page
            ? View(new ResetPassword { Token = query.Token, Email = page.Email })
            : SpentLink();

    [HttpPost("/account/reset-password")]
    public async Task<IActionResult> ResetPassword(ResetPassword command, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new OpenPasswordReset { Token = command.Token }, cancellationToken);
        command.Email = page?.Email;
        return page is null
            ? SpentLink()
            : await this.SendFormAsync(
                mediator, command, _ => Redirect("/account/sign-in"), () => Task.FromResult<IActionResult>(View(command)),
                "Password changed. Sign in with your new password.");
    }

    /// <summary>One answer to every link that opens nothing, whatever the reason.</summary>
    private ViewResult SpentLink()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("SpentResetLink");
    }
}
