using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Adding evidence and newer versions of it. The forms carry files, so they are read part by part.</summary>
public sealed class EvidenceUploadController(IMediator mediator, EvidenceUploads uploads) : TenantController
{
    [HttpGet("/evidence/new")]
    public async Task<IActionResult> AddEvidence(StartEvidence query, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return Form(await mediator.Send(query, cancellationToken), command: null);
    }

    [HttpPost("/evidence/new")]
    [StreamedForm]
    public async Task<IActionResult> AddEvidence(CancellationToken cancellationToken)
    {
        using var upload = await uploads.ReadAsync<AddEvidence>(HttpContext, cancellationToken);
        var command = new AddEvidence();
        await TryUpdateModelAsync(command, string.Empty, upload.Values);
        (command.File, command.FileProblem) = (upload.File, upload.Problem);
        var result = ModelState.IsValid ? await mediator.Send(command, cancellationToken) : new Invalid([]);
        return await this.FinishAsync(
            result,
            added => Redirect(Url.Content(added.Update is { } update
                ? $"~/projects/{update.ProjectId}/update?period={update.PeriodId}"
                : $"~/evidence/{added.ItemId}")),
            () => AgainAsync(command, cancellationToken),
            result.Value?.Update is null
                ? "Evidence added. Only the partnership can read it until you release a version."
                : "Evidence added. Submit the update when it is ready.");
    }

    [HttpGet("/evidence/{id:guid}/versions/new")]
    public async Task<IActionResult> AddEvidenceVersion([FromRoute] Guid id, CancellationToken cancellationToken) =>
        VersionForm(await mediator.Send(new StartEvidenceVersion(id), cancellationToken), command: null);

    [HttpPost("/evidence/{id:guid}/versions/new")]
    [StreamedForm]
    public async Task<IActionResult> SaveEvidenceVersion([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        using var upload = await uploads.ReadAsync<AddEvidenceVersion>(HttpContext, cancellationToken);
        var command = new AddEvidenceVersion();
        await TryUpdateModelAsync(command, string.Empty, upload.Values);
        (command.ItemId, command.File, command.FileProblem) = (id, upload.File, upload.Problem);
        var result = ModelState.IsValid ? await mediator.Send(command, cancellationToken) : new Invalid([]);
        return await this.FinishAsync(
            result, added => Redirect(Url.Content($"~/evidence/{added.ItemId}")), () => VersionAgainAsync(command, cancellationToken),
            result.Value is { } done ? $"Version {done.Number} added. Only the partnership can read it until you release it." : null);
    }

    private async Task<IActionResult> AgainAsync(AddEvidence command, CancellationToken cancellationToken)
    {
        var start = await mediator.Send(new StartEvidence { Form = command.Form ?? EvidenceForm.File, Update = command.UpdateId }, cancellationToken);
        return Form(start, command);
    }

    /// <summary>The form with its lists; as it starts, or as it was sent.</summary>
    private IActionResult Form(EvidenceStart? start, AddEvidence? command)
    {
        ViewData["Start"] = start;
        return this.Page("AddEvidence", command ?? start?.Form);
    }

    private async Task<IActionResult> VersionAgainAsync(AddEvidenceVersion command, CancellationToken cancellationToken)
    {
        var start = await mediator.Send(new StartEvidenceVersion(command.ItemId), cancellationToken);
        return VersionForm(start, command);
    }

    private IActionResult VersionForm(EvidenceVersionStart? start, AddEvidenceVersion? command)
    {
        ViewData["Start"] = start;
        return start is null ? NotFound() : View("AddEvidenceVersion", command ?? start.Command);
    }
}
