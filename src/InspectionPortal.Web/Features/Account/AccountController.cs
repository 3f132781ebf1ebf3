using InspectionPortal.Web.Identity;
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
            mediator, command, _ => Redirect(command.ReturnUrl ?? "/"), () => Task.FromResult<IActionResult>(View(command)));
    }

    [HttpPost("/account/sign-out")]
    public async Task<IActionResult> SignOutOfPortal(CancellationToken cancellationToken)
    {
        await mediator.Send(new SignOutOfPortal(), cancellationToken);
        return Redirect("/account/sign-in");
    }

    [HttpGet("/account")]
    public async Task<IActionResult> ShowAccount(CancellationToken cancellationToken) =>
        await mediator.Send(new ShowAccount(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/account/password")]
    public async Task<IActionResult> ChangePassword(CancellationToken cancellationToken) =>
        await mediator.Send(new ShowAccount(), cancellationToken) is { } page ? ChangePasswordForm(page.Email) : NotFound();

    [HttpPost("/account/password")]
    public Task<IActionResult> ChangePassword(ChangePassword command)
    {
        command.From = SignInThrottle.PlaceOf(HttpContext.Connection.RemoteIpAddress);
        return this.SendFormAsync(
            mediator, command, _ => Redirect("/account"), () => Task.FromResult<IActionResult>(ChangePasswordForm(current.Person?.Email)),
            "Your password is changed. Wherever else you were signed in, you are signed out.");
    }

    [HttpGet("/account/set-password")]
    public async Task<IActionResult> SetFirstPassword([FromQuery] OpenInvitation query, CancellationToken cancellationToken) =>
        await mediator.Send(query, cancellationToken) is { } page
            ? View(new SetFirstPassword { User = page.UserId, Token = query.Token, Email = page.Email })
            : SpentLink();

    [HttpPost("/account/set-password")]
    public async Task<IActionResult> SetFirstPassword(SetFirstPassword command, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new OpenInvitation { User = command.User, Token = command.Token }, cancellationToken);
        command.Email = page?.Email;
        return page is null
            ? SpentLink()
            : await this.SendFormAsync(
                mediator, command, _ => Redirect("/account/sign-in"), () => Task.FromResult<IActionResult>(View(command)),
                "Your password is set. Sign in with it.");
    }

    private ViewResult ChangePasswordForm(string? email)
    {
        ViewData["Email"] = email;
        return View(nameof(ChangePassword), new ChangePassword());
    }

    /// <summary>One answer to every link that opens nothing, whatever the reason.</summary>
    private ViewResult SpentLink()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("SpentLink");
    }

    /// <summary>The address to go on to where it is a page of the portal, else null.</summary>
    private string? Own(string? returnUrl) =>
        returnUrl is ['/', ..] && returnUrl.Length <= ReturnUrlMaxLength && returnUrl.All(c => c is > ' ' and < '\x7f') && Url.IsLocalUrl(returnUrl)
            ? returnUrl
            : null;
}

/// <summary>Where someone lands who asked for nothing in particular.</summary>
public static class LandingPage
{
    public static string For(PortalSession person) => person switch
    {
        { Memberships: [var first, ..] } when first.Roles.All(r => r == PartnershipRole.Contributor) => $"/{first.Partnership.Slug}/updates/mine",
        { Memberships: [var first, ..] } => $"/{first.Partnership.Slug}",
        { IsLinkOfficer: true } => "/inspect",
        { IsPlatformAdministrator: true } => "/admin",
        _ => "/account",
    };
}
