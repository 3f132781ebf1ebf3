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
        (command.Files, command.FileProblem) = (upload.Files, upload.Problem);
        var result = ModelState.IsValid ? await mediator.Send(command, cancellationToken) : new Invalid([]);
        await StageAsync(command, upload, result.Failure, cancellationToken);
        return await this.FinishAsync(
            result,
            added => Redirect(Url.Content(added.Update is { } update
                ? $"~/projects/{update.ProjectId}/update?period={update.PeriodId}"
                : added.Count > 1 ? "~/evidence" : $"~/evidence/{added.ItemId}")),
            () => AgainAsync(command, cancellationToken),
            Words(result.Value));
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
        (command.ItemId, command.Files, command.FileProblem) = (id, upload.Files, upload.Problem);
        var result = ModelState.IsValid ? await mediator.Send(command, cancellationToken) : new Invalid([]);
        await StageAsync(command, upload, result.Failure, cancellationToken);
        return await this.FinishAsync(
            result, added => Redirect(Url.Content($"~/evidence/{added.ItemId}")), () => VersionAgainAsync(command, cancellationToken),
            result.Value is { } done ? $"Version {done.Number} added. Only the partnership can read it until you release it." : null);
    }

    private static string Words(EvidenceAdded? added)
    {
        var same = added?.SameAs is { } title ? $" The same content is already in “{title}”." : string.Empty;
        var what = added?.Count > 1 ? $"{added.Count} pieces of evidence added." : "Evidence added.";
        return (added?.Update is null ? $"{what} Only the partnership can read it until a version is released."
            : $"{what} Submit the update when it is ready.") + same;
    }

    /// <summary>Where the form is shown again, its files wait for it, so that nobody has to choose them a second time.</summary>
    private async Task StageAsync(EvidenceBody command, EvidenceUpload upload, Failure? failure, CancellationToken cancellationToken)
    {
        if (failure is Invalid && upload.Files.Count > 0
            && await mediator.Send(new AddStagedFiles(upload.Files, null), cancellationToken) is { Value: { } ids })
        {
            upload.Stage();
            command.UploadIds.AddRange(ids);
        }
    }

    private async Task<IReadOnlyList<StagedRow>> StagedAsync(EvidenceBody? command, CancellationToken cancellationToken)
    {
        var rows = new List<StagedRow>();
        foreach (var id in command?.UploadIds.Distinct() ?? [])
        {
            if (await mediator.Send(new GetUpload(id), cancellationToken) is { IsWhole: true } file)
            {
                rows.Add(new StagedRow(file.Id, file.FileName, file.Size));
            }
        }

        return rows;
    }

    private async Task<IActionResult> AgainAsync(AddEvidence command, CancellationToken cancellationToken)
    {
        var start = await mediator.Send(new StartEvidence { Form = command.Form ?? EvidenceForm.File, Update = command.UpdateId }, cancellationToken);
        ViewData["Staged"] = await StagedAsync(command, cancellationToken);
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
        ViewData["Staged"] = await StagedAsync(command, cancellationToken);
        return VersionForm(start, command);
    }

    private IActionResult VersionForm(EvidenceVersionStart? start, AddEvidenceVersion? command)
    {
        ViewData["Start"] = start;
        return start is null ? NotFound() : View("AddEvidenceVersion", command ?? start.Command);
    }
}
