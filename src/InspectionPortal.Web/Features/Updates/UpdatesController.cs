using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Writing updates, and reviewing them.</summary>
public sealed class UpdatesController(IMediator mediator) : TenantController
{
    [HttpGet("/updates/mine")]
    public async Task<IActionResult> GetMyUpdates(Guid? period, Guid? project, CancellationToken cancellationToken) =>
        ModelState.IsValid ? View(await mediator.Send(new GetMyUpdates(period, project), cancellationToken)) : NotFound();

    [HttpGet("/projects/{id:guid}/update")]
    public async Task<IActionResult> WriteUpdate([FromRoute] Guid id, Guid? period, CancellationToken cancellationToken) =>
        ModelState.IsValid && await mediator.Send(new GetUpdateForm(id, period), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/projects/{id:guid}/update")]
    public async Task<IActionResult> WriteUpdate([FromRoute] Guid id, WriteUpdate command, CancellationToken cancellationToken)
    {
        command.ProjectId = id;
        if (command.Intent == UpdateIntent.AddEntry)
        {
            command.Entries.Add(new UpdateEntryInput());
            return await FormAgainAsync(command, cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAgainAsync(command, cancellationToken);
        }

        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, saved => Redirect(Url.Content(Next(command, saved))), () => FormAgainAsync(command, cancellationToken), Notice(command.Intent));
    }

    [HttpGet("/updates")]
    public async Task<IActionResult> ListUpdates(Guid? period, UpdateStanding? show, CancellationToken cancellationToken) =>
        ModelState.IsValid && await mediator.Send(new ListUpdates(period, show), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/updates/{id:guid}/review")]
    public async Task<IActionResult> ReviewUpdate([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new ReviewUpdate(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/updates/{id:guid}/accept")]
    public async Task<IActionResult> AcceptUpdate([FromRoute] Guid id, AcceptUpdate command, bool next, CancellationToken cancellationToken)
    {
        command.UpdateId = id;
        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result,
            reviewed => Redirect(Url.Content(reviewed.Address(next))),
            () => ReviewAgainAsync(id, cancellationToken),
            "Update accepted");
    }

    [HttpPost("/updates/{id:guid}/send-back")]
    public async Task<IActionResult> SendBackUpdate([FromRoute] Guid id, SendBackUpdate command, CancellationToken cancellationToken)
    {
        command.UpdateId = id;
        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, reviewed => Redirect(Url.Content(reviewed.Address(next: false))), () => ReviewAgainAsync(id, cancellationToken),
            "Update sent back with your comment");
    }

    private async Task<IActionResult> FormAgainAsync(WriteUpdate command, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetUpdateForm(command.ProjectId, command.PeriodId), cancellationToken);
        return page is null
            ? NotFound()
            : View(nameof(WriteUpdate), page with { Card = page.Card?.With(command, ViewData["Conflict"] is Conflict) });
    }

    private async Task<IActionResult> ReviewAgainAsync(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new ReviewUpdate(id), cancellationToken) is { } page ? View(nameof(ReviewUpdate), page) : NotFound();

    private static string Next(WriteUpdate command, UpdateSaved saved) => command switch
    {
        { Intent: UpdateIntent.AddEvidence } => $"~/evidence/new?update={saved.UpdateId}&project={command.ProjectId}",
        { FromMine: true, Intent: UpdateIntent.SaveDraft } => $"~/updates/mine?period={command.PeriodId}&project={command.ProjectId}#open",
        { FromMine: true } => "~/updates/mine#open",
        { Intent: UpdateIntent.SaveDraft } => $"~/projects/{command.ProjectId}/update?period={command.PeriodId}",
        _ => saved.ByLead ? $"~/updates?period={command.PeriodId}" : "~/updates/mine",
    };

    private static string Notice(UpdateIntent intent) => intent == UpdateIntent.Submit
        ? "Update submitted to the partnership lead"
        : "Draft saved. Submit it when it is ready for review.";
}
