using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Opening and closing quarters.</summary>
public sealed class PeriodsController(IMediator mediator) : TenantController
{
    [HttpGet("/periods")]
    public async Task<IActionResult> ListPeriods(CancellationToken cancellationToken) =>
        View(await mediator.Send(new ListPeriods(), cancellationToken));

    [HttpGet("/periods/new")]
    public async Task<IActionResult> OpenPeriod(CancellationToken cancellationToken) =>
        View(await mediator.Send(new GetNextPeriod(), cancellationToken));

    [HttpPost("/periods/new")]
    public async Task<IActionResult> OpenPeriod(OpenPeriod command, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAgainAsync(command, cancellationToken);
        }

        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content("~/periods")), () => FormAgainAsync(command, cancellationToken), $"{command.Title} is open for updates.");
    }

    [HttpGet("/periods/{id:guid}/close")]
    public async Task<IActionResult> ClosePeriod([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetPeriodToClose(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/periods/{id:guid}/close")]
    public async Task<IActionResult> ClosePeriodNow([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ClosePeriod(id), cancellationToken);
        return await this.FinishAsync(
            result,
            closed => Redirect(Url.Content($"~/updates?period={closed.Id}")),
            async () => await mediator.Send(new GetPeriodToClose(id), cancellationToken) is { } page ? View(nameof(ClosePeriod), page) : NotFound(),
            "The period is closed for updates and is with you.");
    }

    private async Task<IActionResult> FormAgainAsync(OpenPeriod command, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetNextPeriod(), cancellationToken);
        return View(nameof(OpenPeriod), page! with { Form = command });
    }
}
