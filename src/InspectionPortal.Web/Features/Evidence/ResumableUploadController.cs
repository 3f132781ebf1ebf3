using System.Globalization;
using System.Text;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>
/// Takes files piece by piece, so that a lost connection loses no more than one piece: the tus protocol 1.0.0 with its extensions
/// "creation" and "termination". How far a file has come is how long it is on disk; nothing else counts.
/// </summary>
public sealed class ResumableUploadController(IMediator mediator, CurrentSession current, EvidenceStore store) : TenantController
{
    private const string Version = "1.0.0";
    private const string PieceType = "application/offset+octet-stream";

    /// <inheritdoc />
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        base.OnActionExecuting(context);
        StreamedForms.Refuse(MessageAccess.Judge(typeof(StartUpload), current));
        Response.Headers["Tus-Resumable"] = Version;
        if (Request.Headers["Tus-Resumable"] != Version)
        {
            Response.Headers["Tus-Version"] = Version;
            context.Result = Request.Headers.ContainsKey("Tus-Resumable")
                ? StatusCode(StatusCodes.Status412PreconditionFailed)
                : NotFound();
        }
    }

    [HttpPost("/evidence/uploads")]
    public async Task<IActionResult> StartUpload(CancellationToken cancellationToken)
    {
        if (UploadHeaders.Number(Request.Headers, "Upload-Length") is not { } length)
        {
            return BadRequest();
        }

        var result = await mediator.Send(new StartUpload(UploadHeaders.FileName(Request.Headers), length), cancellationToken);
        return result.Failure is null ? Created(Url.Content($"~/evidence/uploads/{result.Value}"), value: null) : Refused(result.Failure);
    }

    [HttpHead("/evidence/uploads/{id:guid}")]
    public async Task<IActionResult> GetUpload([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetUpload(id), cancellationToken) is not { } staged)
        {
            return NotFound();
        }

        Response.Headers["Upload-Offset"] = Text(staged.IsWhole ? staged.Size : store.Received(staged.StorageName));
        Response.Headers["Upload-Length"] = Text(staged.Size);
        return Ok();
    }

    [HttpPatch("/evidence/uploads/{id:guid}")]
    public async Task<IActionResult> AppendUpload([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetUpload(id), cancellationToken) is not { } staged)
        {
            return NotFound();
        }

        if (UploadHeaders.Number(Request.Headers, "Upload-Offset") is not { } offset || Request.ContentType != PieceType)
        {
            return StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (staged.IsWhole
            || await store.AppendAsync(staged.StorageName, offset, staged.Size, Request.Body, cancellationToken) is not { } now)
        {
            return Conflict();
        }

        Response.Headers["Upload-Offset"] = Text(now);
        return now < staged.Size ? NoContent() : await FinishAsync(staged, cancellationToken);
    }

    [HttpDelete("/evidence/uploads/{id:guid}")]
    public async Task<IActionResult> RemoveUpload([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new RemoveUpload(id), cancellationToken);
        return result.Failure is null ? NoContent() : NotFound();
    }

    /// <summary>The last piece is there: the file is judged as one that came whole, and refused ones are gone.</summary>
    private async Task<IActionResult> FinishAsync(StagedFile staged, CancellationToken cancellationToken)
    {
        var receipt = await store.JudgeAsync(staged.StorageName, staged.FileName, current.RequiredTenant.Partnership.Id, cancellationToken);
        if (receipt.File is null)
        {
            await mediator.Send(new RemoveUpload(staged.Id), cancellationToken);
            return UnprocessableEntity(new { message = receipt.Problem });
        }

        var result = await mediator.Send(new AddStagedFiles([receipt.File], staged.Id), cancellationToken);
        return result.Failure is null ? NoContent() : Refused(result.Failure);
    }

    private IActionResult Refused(Failure failure) => failure switch
    {
        Invalid invalid => UnprocessableEntity(new { message = invalid.Errors[0].Message }),
        Denied => StatusCode(StatusCodes.Status403Forbidden),
        _ => NotFound(),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
