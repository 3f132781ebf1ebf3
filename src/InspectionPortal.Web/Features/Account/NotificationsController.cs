using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Notifications;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Account;

/// <summary>How often a person gets e-mails, and the link in each that stops them.</summary>
public sealed class NotificationsController(IMediator mediator, UnsubscribeLinks links) : PlatformController
{
    [HttpGet("/account/notifications")]
    public async Task<IActionResult> GetNotifications(CancellationToken cancellationToken) =>
        await mediator.Send(new GetNotifications(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/account/notifications")]
    public Task<IActionResult> ChangeNotifications(ChangeNotifications command) => this.SendFormAsync(
        mediator, command, _ => Redirect("/account/notifications"), () => AgainAsync(command), "Choice of e-mails saved");

    private async Task<IActionResult> AgainAsync(ChangeNotifications command)
    {
        command.IsLinkOfficer = (await mediator.Send(new GetNotifications()))?.IsLinkOfficer == true;
        return View(nameof(GetNotifications), command);
    }

    /// <summary>Asks first: mail programs open links by themselves.</summary>
    [HttpGet("/account/unsubscribe/{token}")]
    public IActionResult DisableNotifications([FromRoute] string token) => links.Read(token) is null ? NotFound() : View();

    /// <summary>
    /// The form of the page before, and the one click of RFC 8058, which a mail program sends with neither cookie nor form token. The
    /// sealed link is what it is let in by.
    /// </summary>
    [HttpPost("/account/unsubscribe/{token}")]
#pragma warning disable S4502 // RFC 8058: the mail program has no form token, and the sealed link can do nothing but stop e-mails.
    [IgnoreAntiforgeryToken]
#pragma warning restore S4502
    public Task<IActionResult> SaveDisableNotifications([FromRoute] string token) => this.SendFormAsync(
        mediator, new DisableNotifications(token), _ => View("NotificationsDisabled"), () => Task.FromResult<IActionResult>(NotFound()));
}
