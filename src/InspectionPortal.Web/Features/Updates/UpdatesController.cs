using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Infrastructure;
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
            result, saved => Redirect(Url.Content(Next(command, saved))), () => FormAgainAsync(command, cancellationToken),
            result.Value is { UpdateId: null } ? null : Notice(command.Intent));
    }

    [HttpPost("/updates/mine/submit")]
    public async Task<IActionResult> SubmitMyUpdates(Guid period, List<Guid> projects, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await mediator.Send(new GetMyUpdates(period), cancellationToken) is not { } mine)
        {
            return NotFound();
        }

        var chosen = mine.Periods.SelectMany(p => p.ToAnswer).Where(c => c.Period.Id == period && projects.Contains(c.Project.Id)).ToList();
        var submitted = 0;
        foreach (var card in chosen)
        {
            card.Form.Intent = UpdateIntent.Submit;
            var result = await mediator.Send(card.Form, cancellationToken);
            submitted += result.IsDone ? 1 : 0;
            if (!result.IsDone)
            {
                ModelState.AddModelError(string.Empty, $"{card.Project.Number} was not submitted. {Why(result.Failure)}");
            }
        }

        return await SubmittedAsync(submitted, period, cancellationToken);
    }

    [HttpGet("/updates/mine/earlier")]
    public async Task<IActionResult> GetMyEarlierUpdates(Guid period, CancellationToken cancellationToken) =>
        ModelState.IsValid && await mediator.Send(new GetMyEarlierUpdates(period), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/projects/{id:guid}/update/autosave")]
    public async Task<IActionResult> AutosaveUpdate(
        [FromRoute] Guid id, WriteUpdate typed, uint? keptVersion, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return UnprocessableEntity(new { message = "Part of the form cannot be read. Save it to see what to change." });
        }

        typed.ProjectId = id;
        var result = await mediator.Send(new AutosaveUpdate(typed, keptVersion), cancellationToken);
        return result.Failure switch
        {
            null => Json(result.Value),
            Invalid invalid => UnprocessableEntity(new { message = invalid.Errors[0].Message }),
            Conflict conflict => Conflict(new { message = conflict.Message }),
            Denied => StatusCode(StatusCodes.Status403Forbidden),
            _ => NotFound(),
        };
    }

    [HttpPost("/projects/{id:guid}/update/discard")]
    public async Task<IActionResult> DiscardAutosave([FromRoute] Guid id, Guid periodId, bool fromMine, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DiscardAutosave(id, periodId), cancellationToken);
        return await this.FinishAsync(
            result,
            _ => Redirect(Url.Content(fromMine
                ? $"~/updates/mine?period={periodId}&project={id}#open"
                : $"~/projects/{id}/update?period={periodId}")),
            () => Task.FromResult<IActionResult>(NotFound()), "Your unsaved text was discarded");
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

    /// <summary>Accepts the chosen updates as they are proposed. Each is "id:version", so that nobody accepts what they have not
    /// seen.</summary>
    [HttpPost("/updates/accept")]
    public async Task<IActionResult> AcceptUpdates(Guid period, List<string> chosen, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var accepted = 0;
        foreach (var command in chosen.Select(Updates.AcceptUpdate.AsProposed).OfType<AcceptUpdate>())
        {
            var result = await mediator.Send(command, cancellationToken);
            accepted += result.IsDone ? 1 : 0;
            if (!result.IsDone)
            {
                ModelState.AddModelError(string.Empty, $"An update was not accepted. {Why(result.Failure)}");
            }
        }

        if (accepted == 0 && ModelState.IsValid)
        {
            ModelState.AddModelError(string.Empty, "Choose at least one update to accept");
        }

        if (ModelState.IsValid)
        {
            TempData["Done"] = $"{EnglishText.Count(accepted, "update")} accepted as proposed";
            return Redirect(Url.Content($"~/updates?period={period}"));
        }

        ViewData["Accepted"] = accepted == 0 ? null : $"{EnglishText.Count(accepted, "update")} accepted as proposed";
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await mediator.Send(new ListUpdates(period, null), cancellationToken) is { } page ? View(nameof(ListUpdates), page)
            : NotFound();
    }

    [HttpGet("/updates/{id:guid}/comments")]
    public async Task<IActionResult> GetUpdateComments([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetUpdateComments(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/updates/{id:guid}/comments")]
    public async Task<IActionResult> AddUpdateComment([FromRoute] Guid id, AddUpdateComment command, CancellationToken cancellationToken)
    {
        command.UpdateId = id;
        var result = await mediator.Send(command, cancellationToken);
        ViewData["Comment"] = command;
        return await this.FinishAsync(
            result,
            _ => Redirect(Url.Content($"~/updates/{id}/comments")),
            async () =>
                await mediator.Send(new GetUpdateComments(id), cancellationToken) is { } page ? View(nameof(GetUpdateComments), page)
                    : NotFound(),
            result.Value is not { Mentioned.Count: > 0 } added
                ? "Comment added" : $"Comment added. You mentioned {EnglishText.List(added.Mentioned)}");
    }

    [HttpPost("/updates/{id:guid}/undo")]
    public async Task<IActionResult> UndoAcceptance([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new UndoAcceptance(id), cancellationToken);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content($"~/updates/{id}/review")), () => ReviewAgainAsync(id, cancellationToken),
            "Acceptance undone. The update waits for review again, and the plan is as it was before.");
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

    /// <summary>Says what was submitted, and what was not and why.</summary>
    private async Task<IActionResult> SubmittedAsync(int submitted, Guid period, CancellationToken cancellationToken)
    {
        var notice = submitted == 0 ? null : $"{EnglishText.Count(submitted, "update")} submitted to the partnership lead";
        if (submitted == 0 && ModelState.IsValid)
        {
            ModelState.AddModelError(string.Empty, "Choose at least one update to submit");
        }

        if (ModelState.IsValid)
        {
            TempData["Done"] = notice;
            return Redirect(Url.Content("~/updates/mine"));
        }

        ViewData["Submitted"] = notice;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(GetMyUpdates), await mediator.Send(new GetMyUpdates(period), cancellationToken));
    }

    private static string Why(Failure? failure) => failure switch
    {
        Invalid invalid => $"{invalid.Errors[0].Message}.",
        Conflict conflict => conflict.Message,
        _ => "You can no longer write it.",
    };

    private async Task<IActionResult> ReviewAgainAsync(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new ReviewUpdate(id), cancellationToken) is { } page ? View(nameof(ReviewUpdate), page) : NotFound();

    private static string Next(WriteUpdate command, UpdateSaved saved) => command switch
    {
        { Intent: UpdateIntent.AddEvidence } => $"~/evidence/new?update={saved.UpdateId}&project={command.ProjectId}",
        { FromMine: true, Then: { } then } => $"~/updates/mine?period={command.PeriodId}&project={then}#open",
        { FromMine: true, Intent: UpdateIntent.SaveDraft } => $"~/updates/mine?period={command.PeriodId}&project={command.ProjectId}#open",
        { FromMine: true } => "~/updates/mine#open",
        { Intent: UpdateIntent.SaveDraft } => $"~/projects/{command.ProjectId}/update?period={command.PeriodId}",
        _ => saved.ByLead ? $"~/updates?period={command.PeriodId}" : "~/updates/mine",
    };

    private static string Notice(UpdateIntent intent) => intent == UpdateIntent.Submit
        ? "Update submitted to the partnership lead"
        : "Draft saved. Submit it when it is ready for review.";
}
