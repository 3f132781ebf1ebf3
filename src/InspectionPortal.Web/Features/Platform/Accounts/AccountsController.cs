using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Platform.Accounts;

/// <summary>The administrator's pages about people.</summary>
public sealed class AccountsController(IMediator mediator) : PlatformController
{
    [HttpGet("/admin/people")]
    public async Task<IActionResult> ListAccounts([FromQuery] ListAccounts query, CancellationToken cancellationToken)
    {
        // A filter that cannot be read is the page without it.
        ModelState.Clear();
        return await mediator.Send(query, cancellationToken) is { } page ? View(page) : NotFound();
    }

    [HttpGet("/admin/people/{id}")]
    public async Task<IActionResult> GetUserAccount([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetUserAccount(id), cancellationToken) is { } page ? View(nameof(GetUserAccount), page) : NotFound();

    [HttpPost("/admin/people/{id}/disable")]
    public Task<IActionResult> DisableAccount([FromRoute] Guid id, CancellationToken cancellationToken) =>
        SendAsync(new DisableAccount(id), id, "Account disabled. The person is signed out everywhere.", cancellationToken);

    [HttpPost("/admin/people/{id}/enable")]
    public Task<IActionResult> EnableAccount([FromRoute] Guid id, CancellationToken cancellationToken) =>
        SendAsync(new EnableAccount(id), id, "Account enabled. The person can sign in again.", cancellationToken);

    [HttpPost("/admin/people/{id}/end-sessions")]
    public Task<IActionResult> EndAccountSessions([FromRoute] Guid id, CancellationToken cancellationToken) =>
        SendAsync(new EndAccountSessions(id), id, "Person signed out everywhere", cancellationToken);

    [HttpPost("/admin/people/{id}/link")]
    public Task<IActionResult> SendAccountLink([FromRoute] Guid id, CancellationToken cancellationToken) =>
        SendAsync(new SendAccountLink(id), id, "Link to choose a new password sent", cancellationToken);

    private Task<IActionResult> SendAsync(ICommand<bool> command, Guid id, string notice, CancellationToken cancellationToken) =>
        this.SendFormAsync(
            mediator, command, _ => Redirect($"/admin/people/{id}"), () => GetUserAccount(id, cancellationToken), notice);
}
