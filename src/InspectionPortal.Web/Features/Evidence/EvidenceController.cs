using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Reading evidence, as a member or by grant at the same addresses, and releasing it.</summary>
public sealed class EvidenceController(IMediator mediator, CurrentSession current, EvidenceStore store) : TenantController
{
    private bool IsByGrant => current.RequiredTenant.IsByGrant;

    [HttpGet("/evidence")]
    [CachedPage]
    public async Task<IActionResult> ListEvidence(ListEvidence query, CancellationToken cancellationToken)
    {
        // A filter that could not be read is no filter; there is no form here to put it right in.
        ModelState.Clear();
        return IsByGrant
            ? this.Page("ListReleasedEvidence", await mediator.Send(new ListReleasedEvidence { Recommendation = query.Recommendation }, cancellationToken))
            : this.Page("ListEvidence", await mediator.Send(query, cancellationToken));
    }

    [HttpGet("/evidence/gaps")]
    public async Task<IActionResult> ListEvidenceGaps(CancellationToken cancellationToken) =>
        this.Page("ListEvidenceGaps", await mediator.Send(new ListEvidenceGaps(), cancellationToken));

    [HttpGet("/evidence/{id:guid}")]
    public Task<IActionResult> GetEvidence([FromRoute] Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    [HttpGet("/evidence/{id:guid}/versions/{number:int}/file")]
    public Task<IActionResult> DownloadEvidence([FromRoute] Guid id, [FromRoute] int number, CancellationToken cancellationToken) =>
        SendAsync(id, number, isViewed: false, cancellationToken);

    /// <summary>What a browser can show without running anything in it, for the frame of the version's page. Everything else is not
    /// there.</summary>
    [HttpGet("/evidence/{id:guid}/versions/{number:int}/view")]
    public Task<IActionResult> ViewEvidence([FromRoute] Guid id, [FromRoute] int number, CancellationToken cancellationToken) =>
        SendAsync(id, number, isViewed: true, cancellationToken);

    private async Task<IActionResult> SendAsync(Guid id, int number, bool isViewed, CancellationToken cancellationToken)
    {
        var file = IsByGrant
            ? await mediator.Send(new DownloadReleasedEvidence(id, number, isViewed), cancellationToken)
            : await mediator.Send(new DownloadEvidence(id, number, isViewed), cancellationToken);
        if (file is null || (isViewed && !file.IsViewable))
        {
            return NotFound();
        }

        if (file.Readability != EvidenceReadability.Readable)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return View("WaitingForScan", file);
        }

        return await store.OpenAsync(current.RequiredTenant.Partnership.Id, file.StorageName, cancellationToken) is { } content
            ? Sent(file, content, isViewed)
            : NotFound();
    }

    [HttpGet("/evidence/{id:guid}/release")]
    public async Task<IActionResult> ReleaseEvidence([FromRoute] Guid id, int? number, CancellationToken cancellationToken) =>
        this.Page("ReleaseEvidence", await mediator.Send(new StartRelease(id, number), cancellationToken));

    [HttpPost("/evidence/{id:guid}/release")]
    public async Task<IActionResult> ReleaseEvidence([FromRoute] Guid id, ReleaseEvidence command, CancellationToken cancellationToken)
    {
        command.ItemId = id;
        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content($"~/evidence/{id}")), () => ReleaseEvidence(id, command.Number, cancellationToken),
            result.Value is { } done ? $"Version {done.Number} of “{done.Title}” released. See below who can read it." : null);
    }

    [HttpPost("/evidence/{id:guid}/withdraw")]
    public async Task<IActionResult> WithdrawEvidence([FromRoute] Guid id, WithdrawEvidence command, CancellationToken cancellationToken)
    {
        command.ItemId = id;
        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, _ => Redirect(Url.Content($"~/evidence/{id}")), () => ShowAsync(id, cancellationToken),
            result.Value is { } done ? $"Version {done.Number} of “{done.Title}” withdrawn. The access log still shows who read it." : null);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) => this.Page(
        "GetEvidence",
        IsByGrant
            ? await mediator.Send(new GetReleasedEvidence(id), cancellationToken)
            : await mediator.Send(new GetEvidence(id), cancellationToken));

    /// <summary>
    /// Sends the file to be saved, or into the frame of our own page. No browser runs or sniffs what a stranger uploaded. A PDF has no
    /// sandbox: browsers show PDF in a viewer of their own, which runs nothing of it in the page, and refuse to do so in a sandbox.
    /// </summary>
    private FileStreamResult Sent(EvidenceDownload file, Stream content, bool isViewed)
    {
        var disposition = new ContentDispositionHeaderValue(isViewed ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = (isViewed, file.IsPdf) switch
        {
            (false, _) => "default-src 'none'; sandbox; frame-ancestors 'none'",
            (true, true) => "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
            _ => "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
        };
        return new FileStreamResult(content, isViewed && file.IsText ? "text/plain; charset=utf-8" : file.ContentType)
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""),
        };
    }
}
