using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Changing many projects at once: choose, check, change.</summary>
public sealed class SeveralController(IMediator mediator) : TenantController
{
    private const string Form = "ChangeSeveral";
    private const string Check = "PreviewSeveral";

    [HttpGet("/plans/{plan:guid}/several")]
    public Task<IActionResult> ChooseSeveral([FromRoute] Guid plan, CancellationToken cancellationToken) =>
        ShowFormAsync(plan, new PreviewSeveral(), cancellationToken);

    [HttpPost("/plans/{plan:guid}/several")]
    public Task<IActionResult> ChooseSeveral([FromRoute] Guid plan, PreviewSeveral fields, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return ShowFormAsync(plan, fields, cancellationToken);
    }

    [HttpPost("/plans/{plan:guid}/several/preview")]
    public Task<IActionResult> PreviewSeveral([FromRoute] Guid plan, PreviewSeveral fields, CancellationToken cancellationToken)
    {
        fields.PlanId = plan;
        return CheckAsync(plan, fields, cancellationToken);
    }

    [HttpPost("/plans/{plan:guid}/several/apply")]
    public async Task<IActionResult> ChangeSeveral([FromRoute] Guid plan, ChangeSeveral command, CancellationToken cancellationToken)
    {
        command.PlanId = plan;
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowFormAsync(plan, command, cancellationToken);
        }

        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, saved => Redirect(Url.Content(saved.Address)),
            () => AgainAsync(plan, command, cancellationToken), result.Value?.Notice);
    }

    /// <summary>The list again as it is now, after somebody changed a row; the form where something typed is wrong.</summary>
    private Task<IActionResult> AgainAsync(Guid plan, SeveralFields command, CancellationToken cancellationToken)
    {
        if (Response.StatusCode != StatusCodes.Status409Conflict)
        {
            return ShowFormAsync(plan, command, cancellationToken);
        }

        // What is posted next are the values as they are now.
        ModelState.Remove(nameof(SeveralFields.Rows));
        return CheckAsync(plan, Projects.PreviewSeveral.Of(command), cancellationToken);
    }

    private async Task<IActionResult> CheckAsync(Guid plan, PreviewSeveral fields, CancellationToken cancellationToken)
    {
        if (Response.StatusCode == StatusCodes.Status200OK && !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowFormAsync(plan, fields, cancellationToken);
        }

        var result = await mediator.Send(fields, cancellationToken);
        return result.Value is { } preview
            ? await ShowAsync(plan, fields, Check, preview, cancellationToken)
            : await this.FinishAsync(result, _ => NotFound(), () => ShowFormAsync(plan, fields, cancellationToken));
    }

    private Task<IActionResult> ShowFormAsync(Guid plan, SeveralFields fields, CancellationToken cancellationToken) =>
        ShowAsync(plan, fields, Form, null, cancellationToken);

    private async Task<IActionResult> ShowAsync(
        Guid plan, SeveralFields fields, string view, SeveralPreview? preview, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetSeveralForm(plan, [.. fields.Chosen().Keys]), cancellationToken);
        fields.PlanId = plan;
        ViewData["Around"] = page;
        ViewData["Preview"] = preview;
        return page is null ? NotFound() : View(view, fields);
    }
}
