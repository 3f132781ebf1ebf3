using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Taking everything out.</summary>
public sealed class ArchiveController(IMediator mediator, CurrentSession current, ArchiveStore store) : TenantController
{
    /// <summary>The progress that a job writes meanwhile can come between reading its row and changing it.</summary>
    private const int Attempts = 4;

    [HttpGet("/archive")]
    public async Task<IActionResult> ListArchives(CancellationToken cancellationToken) =>
        this.Page(nameof(ListArchives), await mediator.Send(new ListArchives(), cancellationToken));

    [HttpPost("/archive")]
    public async Task<IActionResult> CreateArchive(CreateArchive command, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content("~/archive")), () => ListArchives(cancellationToken),
            result.Value is { IsNew: false } ? "An archive is already being created. You can download it here when it is ready." : null);
    }

    [HttpGet("/archive/{id:guid}/file")]
    public async Task<IActionResult> DownloadArchive([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        var result = await SendAsync(new DownloadArchive(id), cancellationToken);
        return await this.FinishAsync(result, Attachment, () => ListArchives(cancellationToken));
    }

    [HttpPost("/archive/{id:guid}/delete")]
    public async Task<IActionResult> DeleteArchive([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        var result = await SendAsync(new DeleteArchive(id), cancellationToken);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content("~/archive")), () => ListArchives(cancellationToken),
            result.Value is { WasUnderWay: true } ? "Archive cancelled" : "Archive deleted");
    }

    private IActionResult Attachment(ArchiveDownload archive)
    {
        if (store.Open(current.RequiredTenant.Partnership.Id, archive.Id) is not { } content)
        {
            return NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(archive.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        return new FileStreamResult(content, "application/zip")
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{archive.Sha256}\""),
            LastModified = archive.FinishedAt,
        };
    }

    private async Task<Result<T>> SendAsync<T>(ICommand<T> command, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(command, cancellationToken);
        for (var attempt = 1; attempt < Attempts && result.Failure is Infrastructure.Pipeline.Conflict; attempt++)
        {
            result = await mediator.Send(command, cancellationToken);
        }

        return result;
    }
}
