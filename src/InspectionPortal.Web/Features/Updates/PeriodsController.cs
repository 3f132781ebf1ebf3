using InspectionPortal.Web.Infrastructure;
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
            result,
            _ => Redirect(Url.Content("~/periods")),
            () => FormAgainAsync(command, cancellationToken),
            $"{command.Title} opened for updates");
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
            closed => Redirect(UpdatesOf(closed.Id)),
            async () => await mediator.Send(new GetPeriodToClose(id), cancellationToken) is { } page ? View(nameof(ClosePeriod), page) : NotFound(),
            "Period closed. Next, review and submit it. You can reopen it until you submit it.");
    }

    [HttpPost("/periods/{id:guid}/reopen")]
    public async Task<IActionResult> ReopenPeriod([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ReopenPeriod(id), cancellationToken);
        return await this.FinishAsync(
            result, opened => Redirect(UpdatesOf(opened)), () => UpdatesAgainAsync(id, cancellationToken), "Period open for updates again");
    }

    [HttpPost("/periods/{id:guid}/remind")]
    public async Task<IActionResult> SendReminders([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new SendReminders(id), cancellationToken);
        return await this.FinishAsync(
            result, sent => Redirect(UpdatesOf(sent.PeriodId)), () => UpdatesAgainAsync(id, cancellationToken), result.Value?.Message);
    }

    private string UpdatesOf(Guid id) => Url.Content($"~/updates?period={id}");

    private async Task<IActionResult> UpdatesAgainAsync(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new ListUpdates(id, null), cancellationToken) is { } page
            ? View("/Features/Updates/ListUpdates.cshtml", page)
            : NotFound();

    private async Task<IActionResult> FormAgainAsync(OpenPeriod command, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetNextPeriod(), cancellationToken);
        return View(nameof(OpenPeriod), page! with { Form = command });
    }
}
