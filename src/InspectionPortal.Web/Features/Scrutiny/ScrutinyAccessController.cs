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
    public Task<IActionResult> GiveScrutinyAccess(CancellationToken cancellationToken) => FormAsync(new GiveScrutinyAccess(), cancellationToken);

    [HttpPost("/people/scrutiny/new")]
    public async Task<IActionResult> GiveScrutinyAccess(GiveScrutinyAccess command, CancellationToken cancellationToken)
    {
        var result = ModelState.IsValid ? await mediator.Send(command, cancellationToken) : new Invalid([]);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content("~/people/scrutiny")), () => FormAsync(command, cancellationToken),
            result.Value is { } done ? $"{done.Body} can read from now on. Everything its officers open is in the access log." : null);
    }

    [HttpPost("/people/scrutiny/grants/{id:guid}/revoke")]
    public async Task<IActionResult> RevokeScrutinyAccess([FromRoute] Guid id, RevokeScrutinyAccess command, CancellationToken cancellationToken)
    {
        command.Id = id;
        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content("~/people/scrutiny")), () => ListScrutinyGrants(cancellationToken),
            result.Value is { } done ? $"{done.Body} can no longer read. You can give access again at any time." : null);
    }

    [HttpGet("/people/access-log")]
    public async Task<IActionResult> ReadAccessLog(ReadAccessLog query, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return this.Page("ReadAccessLog", await mediator.Send(query, cancellationToken));
    }

    private async Task<IActionResult> FormAsync(GiveScrutinyAccess command, CancellationToken cancellationToken)
    {
        var start = await mediator.Send(new StartScrutinyGrant(), cancellationToken);
        if (start is { Plans: [var only] })
        {
            command.PlanId ??= Guid.Parse(only.Value);
        }

        ViewData["Start"] = start;
        return View("GiveScrutinyAccess", command);
    }
}
