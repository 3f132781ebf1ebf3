using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Signing in and out, and one's own account.</summary>
public sealed class AccountController(IMediator mediator, CurrentSession current) : PlatformController
{
    private const int ReturnUrlMaxLength = 2000;

    [HttpGet("/")]
    public IActionResult Start() => current.Person is null ? Redirect("/account/sign-in") : Redirect(LandingPage.For(current.Person));

    [HttpGet("/account/sign-in")]
    public IActionResult SignInToPortal(string? returnUrl) =>
        current.Person is null ? View(new SignInToPortal { ReturnUrl = Own(returnUrl) }) : Redirect(Own(returnUrl) ?? "/");

    [HttpPost("/account/sign-in")]
    public Task<IActionResult> SignInToPortal(SignInToPortal command)
    {
        command.From = SignInThrottle.PlaceOf(HttpContext.Connection.RemoteIpAddress);
        command.ReturnUrl = Own(command.ReturnUrl);
        return this.SendFormAsync(
            mediator, command, signedIn => Redirect(signedIn.NextStep(command.ReturnUrl)), () => Task.FromResult<IActionResult>(View(command)));
    }

    [HttpPost("/account/sign-out")]
    [OpenWithoutSecondFactor]
    [SignedOutAlready]
    public async Task<IActionResult> SignOutOfPortal(CancellationToken cancellationToken)
    {
        await mediator.Send(new SignOutOfPortal(), cancellationToken);
        return Redirect("/account/sign-in");
    }

    [HttpPost("/account/sessions/{id}/end")]
    public Task<IActionResult> EndOwnSession([FromRoute] Guid id) => this.SendFormAsync(
        mediator, new EndOwnSession(id), _ => Redirect("/account#sessions"), () => Task.FromResult<IActionResult>(Redirect("/account")),
        "Browser signed out");

    [HttpPost("/account/sessions/end-all")]
    [OpenWithoutSecondFactor]
    [SignedOutAlready]
    public Task<IActionResult> EndOwnSessions() => this.SendFormAsync(
        mediator, new EndOwnSessions(), _ => Redirect("/account/sign-in"), () => Task.FromResult<IActionResult>(Redirect("/account")),
        "You are signed out everywhere");

    [HttpGet("/account")]
    public async Task<IActionResult> GetAccount(CancellationToken cancellationToken) =>
        await mediator.Send(new GetAccount(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/account/password")]
    public async Task<IActionResult> ChangePassword(CancellationToken cancellationToken) =>
        await mediator.Send(new GetAccount(), cancellationToken) is { } page ? ChangePasswordForm(page.Email) : NotFound();

    [HttpPost("/account/password")]
    public Task<IActionResult> ChangePassword(ChangePassword command)
    {
        command.From = SignInThrottle.PlaceOf(HttpContext.Connection.RemoteIpAddress);
        return this.SendFormAsync(
            mediator, command, _ => Redirect("/account"), () => Task.FromResult<IActionResult>(ChangePasswordForm(current.Person?.Email)),
            "Password changed. You are signed out everywhere else.");
    }

    private ViewResult ChangePasswordForm(string? email)
    {
        ViewData["Email"] = email;
        return View(nameof(ChangePassword), new ChangePassword());
    }

    /// <summary>The address to go on to where it is a page of the portal, else null.</summary>
    private string? Own(string? returnUrl) =>
        returnUrl is ['/', ..] && returnUrl.Length <= ReturnUrlMaxLength && returnUrl.All(c => c is > ' ' and < '\x7f') && Url.IsLocalUrl(returnUrl)
            ? returnUrl
            : null;
}
