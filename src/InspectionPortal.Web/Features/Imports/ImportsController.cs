using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Bringing a plan in from a file: choose it, look at what it will become, bring it in, undo it.</summary>
public sealed class ImportsController(IMediator mediator, StreamedForms forms, SentPlanFiles files) : TenantController
{
    [HttpGet("/plans/import")]
    public Task<IActionResult> ListImports(CancellationToken cancellationToken) => ListAsync(null, null, cancellationToken);

    /// <summary>The same page with the plan chosen that the file goes into.</summary>
    [HttpGet("/plans/{plan:guid}/import")]
    public Task<IActionResult> ListImports([FromRoute] Guid plan, CancellationToken cancellationToken) => ListAsync(null, plan, cancellationToken);

    [HttpPost("/plans/import")]
    [StreamedForm]
    public async Task<IActionResult> UploadPlanFile(CancellationToken cancellationToken)
    {
        ReceivedPlanFile? received = null;
        var fields = await forms.ReadAsync<UploadPlanFile>(
            HttpContext,
            async (field, given, content, token) => received = received is null && field == nameof(Imports.UploadPlanFile.File)
                ? await ReceivedPlanFile.TakeAsync(given, content, token)
                : received,
            cancellationToken);
        var command = new UploadPlanFile();
        await TryUpdateModelAsync(command, string.Empty, new FormValueProvider(BindingSource.Form, fields, System.Globalization.CultureInfo.CurrentCulture));
        command.Received = received;
        if (ModelState.IsValid)
        {
            await files.ReadAsync(command, cancellationToken);
        }

        var result = ModelState.IsValid ? await mediator.Send(command, cancellationToken) : new Invalid([]);
        return await this.FinishAsync(result, Go, () => ListAsync(command, null, cancellationToken));
    }

    [HttpGet("/plans/import/{id:guid}")]
    public Task<IActionResult> GetImport([FromRoute] Guid id, bool all, CancellationToken cancellationToken) =>
        ShowAsync(new GetImport(id, all), cancellationToken);

    [HttpPost("/plans/import/{id:guid}/choices")]
    public async Task<IActionResult> ChooseForImport([FromRoute] Guid id, ChooseForImport command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return await FinishAsync(await mediator.Send(command, cancellationToken), new GetImport(id) { Chosen = command }, cancellationToken);
    }

    [HttpPost("/plans/import/{id:guid}/confirm")]
    public async Task<IActionResult> ConfirmImport([FromRoute] Guid id, ConfirmImport command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return await FinishAsync(await mediator.Send(command, cancellationToken), new GetImport(id) { Chosen = command }, cancellationToken);
    }

    [HttpPost("/plans/import/{id:guid}/discard")]
    public async Task<IActionResult> DiscardImport([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await FinishAsync(await mediator.Send(new DiscardImport(id), cancellationToken), new GetImport(id), cancellationToken);

    [HttpPost("/plans/import/{id:guid}/undo")]
    public async Task<IActionResult> UndoImport([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await FinishAsync(await mediator.Send(new UndoImport(id), cancellationToken), new GetImport(id), cancellationToken);

    private Task<IActionResult> FinishAsync(Result<Saved> result, GetImport again, CancellationToken cancellationToken) =>
        this.FinishAsync(result, Go, () => ShowAsync(again, cancellationToken), result.Value?.Notice);

    private IActionResult Go(Saved saved) => Redirect(Url.Content(saved.Address));

    private async Task<IActionResult> ListAsync(UploadPlanFile? command, Guid? planId, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new ListImports(), cancellationToken);
        if (page is null || (planId is not null && page.Plans.All(p => p.Id != planId)))
        {
            return NotFound();
        }

        ViewData["Page"] = page;
        var chosen = planId ?? (page.Plans.Count == 1 ? page.Plans[0].Id : null);
        return View("ListImports", command ?? new UploadPlanFile
        {
            Into = chosen?.ToString() ?? (page.Plans.Count == 0 ? Imports.UploadPlanFile.NewPlan : null),
        });
    }

    private async Task<IActionResult> ShowAsync(GetImport query, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(query, cancellationToken);
        if (page?.Fresh is { } reading)
        {
            await mediator.Send(new KeepReading(query.Id, reading), cancellationToken);
        }

        return this.Page("GetImport", page);
    }
}
