using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Who decides on reports for a chief officer who is away.</summary>
public sealed class DelegationsController(IMediator mediator) : TenantController
{
    [HttpGet("/reports/delegates")]
    public async Task<IActionResult> ListDelegations(CancellationToken cancellationToken) =>
        this.Page(nameof(ListDelegations), await mediator.Send(new ListDelegations(), cancellationToken));

    [HttpPost("/reports/delegates")]
    public Task<IActionResult> AddDelegation(AddDelegation command, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, command, _ => Redirect(Url.Content("~/reports/delegates")),
        () =>
        {
            // The form again is a new form, with what was typed.
            ModelState.Remove(nameof(command.Id));
            return ListDelegations(cancellationToken);
        },
        "Delegate named. They, the other chief officers and the partnership leads get an e-mail.");

    [HttpPost("/reports/delegates/{id:guid}/end")]
    public Task<IActionResult> EndDelegation([FromRoute] Guid id, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new EndDelegation { Id = id }, _ => Redirect(Url.Content("~/reports/delegates")),
        () => ListDelegations(cancellationToken), "Ended. You decide in person again.");
}
