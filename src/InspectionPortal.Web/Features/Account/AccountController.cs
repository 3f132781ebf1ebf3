using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Signing in and out.</summary>
public sealed class AccountController(IMediator mediator, CurrentSession current) : PlatformController
{
    [HttpGet("/")]
    public IActionResult Start() => current.Person is null ? Redirect("/account/sign-in") : Redirect(LandingPage.For(current.Person));

    [HttpGet("/account/sign-in")]
    public IActionResult SignInToPortal(string? returnUrl) => View(new SignInToPortal { ReturnUrl = returnUrl });

    [HttpPost("/account/sign-in")]
    public async Task<IActionResult> SignInToPortal(SignInToPortal command, CancellationToken cancellationToken)
    {
        command.From = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result,
            _ => Redirect(Url.IsLocalUrl(command.ReturnUrl) && command.ReturnUrl.StartsWith('/') ? command.ReturnUrl : "/"),
            () => Task.FromResult<IActionResult>(View(command)));
    }

    [HttpPost("/account/sign-out")]
    public async Task<IActionResult> SignOutOfPortal(CancellationToken cancellationToken)
    {
        await mediator.Send(new SignOutOfPortal(), cancellationToken);
        return Redirect("/account/sign-in");
    }
}

/// <summary>Where someone lands who asked for nothing in particular.</summary>
public static class LandingPage
{
    public static string For(PortalSession person) => person switch
    {
        { Memberships.Count: > 0 } => $"/{person.Memberships[0].Partnership.Slug}",
        { IsLinkOfficer: true } => "/inspect",
        { IsPlatformAdministrator: true } => "/admin",
        _ => "/account",
    };
}
