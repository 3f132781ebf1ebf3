using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The partnership lead's pages about scrutiny bodies: who may read, and what they read.</summary>
public sealed class ScrutinyAccessController(IMediator mediator) : TenantController
{
    [HttpGet("/people/scrutiny")]
    public async Task<IActionResult> ListScrutinyGrants(CancellationToken cancellationToken) =>
        this.Page("ListScrutinyGrants", await mediator.Send(new ListScrutinyGrants(), cancellationToken));

    [HttpGet("/people/scrutiny/new")]
    public Task<IActionResult> GrantScrutinyAccess(CancellationToken cancellationToken) =>
        FormAsync(new GrantScrutinyAccess(), cancellationToken, isNew: true);

    [HttpPost("/people/scrutiny/new")]
    public async Task<IActionResult> GrantScrutinyAccess(GrantScrutinyAccess command, CancellationToken cancellationToken)
    {
        var result = ModelState.IsValid ? await mediator.Send(command, cancellationToken) : new Invalid([]);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content("~/people/scrutiny")), () => FormAsync(command, cancellationToken),
            result.Value is { } done ? $"Access granted to {done.Body}. Everything its officers open is in the access log." : null);
    }

    [HttpPost("/people/scrutiny/grants/{id:guid}/revoke")]
    public async Task<IActionResult> RevokeScrutinyAccess([FromRoute] Guid id, RevokeScrutinyAccess command, CancellationToken cancellationToken)
    {
        command.Id = id;
        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content("~/people/scrutiny")), () => ListScrutinyGrants(cancellationToken),
            result.Value is { } done ? $"Access of {done.Body} revoked. You can grant access again at any time." : null);
    }

    [HttpGet("/people/scrutiny/grants/{id:guid}/renew")]
    public async Task<IActionResult> RenewScrutinyAccess([FromRoute] Guid id, CancellationToken cancellationToken) =>
        this.Page("RenewScrutinyAccess", await mediator.Send(new GetRenewalForm(id), cancellationToken));

    [HttpPost("/people/scrutiny/grants/{id:guid}/renew")]
    public async Task<IActionResult> RenewScrutinyAccess([FromRoute] Guid id, RenewScrutinyAccess command,
        CancellationToken cancellationToken)
    {
        command.Id = id;
        var result = ModelState.IsValid ? await mediator.Send(command, cancellationToken) : new Invalid([]);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content("~/people/scrutiny")), () => RenewAgainAsync(command, cancellationToken),
            result.Value is { } done ? $"Access of {done.Body} renewed." : null);
    }

    [HttpGet("/people/access-log")]
    public async Task<IActionResult> ListAccessEntries(ListAccessEntries query, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return this.Page("ListAccessEntries", await mediator.Send(query, cancellationToken));
    }

    [HttpGet("/people/access-log.csv")]
    public async Task<IActionResult> ExportAccessEntries(ExportAccessEntries query, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await mediator.Send(query, cancellationToken) is { } file ? File(file.Bytes, "text/csv; charset=utf-8", file.Name)
            : NotFound();
    }

    private async Task<IActionResult> RenewAgainAsync(RenewScrutinyAccess command, CancellationToken cancellationToken)
    {
        var stored = await mediator.Send(new GetRenewalForm(command.Id), cancellationToken);
        command.What = stored?.What;
        return View("RenewScrutinyAccess", command);
    }

    private async Task<IActionResult> FormAsync(GrantScrutinyAccess command, CancellationToken cancellationToken, bool isNew = false)
    {
        var start = await mediator.Send(new StartScrutinyGrant(), cancellationToken);
        if (isNew)
        {
            command.Scope = start?.Scope;
        }

        if (start is { Plans: [var only] })
        {
            command.PlanId ??= Guid.Parse(only.Value);
        }

        ViewData["Start"] = start;
        return View("GrantScrutinyAccess", command);
    }
}
