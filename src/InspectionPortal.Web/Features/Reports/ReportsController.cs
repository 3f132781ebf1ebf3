using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// The quarter from submitting to the published report. Members and link officers have separate queries behind the same addresses.
/// </summary>
public sealed class ReportsController(IMediator mediator, CurrentSession current) : TenantController
{
    private bool IsByGrant => current.RequiredTenant.IsByGrant;

    [HttpGet("/reports")]
    [CachedPage]
    public async Task<IActionResult> ListReports(CancellationToken cancellationToken) => IsByGrant
        ? Page(nameof(ListPublishedReports), await mediator.Send(new ListPublishedReports(), cancellationToken))
        : Page(nameof(ListReports), await mediator.Send(new ListReports(), cancellationToken));

    [HttpGet("/reports/{periodId:guid}")]
    [CachedPage]
    public async Task<IActionResult> GetReport([FromRoute] Guid periodId, CancellationToken cancellationToken) => IsByGrant
        ? Page(nameof(GetPublishedReport), await mediator.Send(new GetPublishedReport(periodId), cancellationToken))
        : Page(nameof(GetReport), await mediator.Send(new GetReport(periodId), cancellationToken));

    [HttpGet("/reports/{periodId:guid}/versions/{number:int}")]
    [CachedPage]
    public async Task<IActionResult> GetVersion([FromRoute] Guid periodId, [FromRoute] int number,
        CancellationToken cancellationToken) => IsByGrant
        ? Page(nameof(GetPublishedReport), await mediator.Send(new GetPublishedReport(periodId, number), cancellationToken))
        : Page(nameof(GetReport), await mediator.Send(new GetReport(periodId, number), cancellationToken));

    [HttpGet("/reports/{periodId:guid}/snapshot")]
    public async Task<IActionResult> GetSnapshot([FromRoute] Guid periodId, [FromQuery] int? version, CancellationToken cancellationToken)
    {
        if (IsByGrant)
        {
            return await mediator.Send(new GetPublishedReport(periodId, version), cancellationToken) is { Bytes: { } bytes } edition
                ? Attachment(bytes, $"{edition.Title} scrutiny edition")
                : NotFound();
        }

        return await mediator.Send(new GetSnapshot(periodId, version), cancellationToken) is { } file
            ? Attachment(file.Bytes, file.Title) : NotFound();
    }

    [HttpGet("/reports/{periodId:guid}/submit")]
    public async Task<IActionResult> SubmitQuarter([FromRoute] Guid periodId, CancellationToken cancellationToken) =>
        Page(nameof(SubmitQuarter), await mediator.Send(new PrepareQuarter(periodId), cancellationToken));

    [HttpPost("/reports/{periodId:guid}/submit")]
    public async Task<IActionResult> SubmitQuarter([FromRoute] Guid periodId, SubmitQuarter command, CancellationToken cancellationToken)
    {
        command.PeriodId = periodId;
        return await this.FinishAsync(
            await mediator.Send(command, cancellationToken),
            _ => LocalRedirect($"~/reports/{periodId}"),
            async () =>
            {
                // The form again is a new form of the quarter as it is now.
                ModelState.Remove(nameof(command.Id));
                ModelState.Remove(nameof(command.Version));
                ModelState.Remove(nameof(command.DraftVersion));
                return Page(nameof(SubmitQuarter), await mediator.Send(new PrepareQuarter(periodId), cancellationToken));
            },
            "Quarter submitted. The chief officers can now check and approve it.");
    }

    [HttpGet("/reports/{periodId:guid}/approve")]
    public async Task<IActionResult> ApproveQuarter([FromRoute] Guid periodId, CancellationToken cancellationToken) =>
        Page(nameof(ApproveQuarter), await mediator.Send(new PrepareApproval(periodId), cancellationToken));

    [HttpPost("/reports/{periodId:guid}/approve")]
    public async Task<IActionResult> ApproveQuarter([FromRoute] Guid periodId, ApproveQuarter command, CancellationToken cancellationToken)
    {
        command.PeriodId = periodId;
        if (IsMistyped())
        {
            return await CheckAgainAsync(nameof(ApproveQuarter), periodId, null, cancellationToken);
        }

        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result,
            _ => LocalRedirect($"~/reports/{periodId}"),
            () => CheckAgainAsync(nameof(ApproveQuarter), periodId, null, cancellationToken),
            Approved(result.Value));
    }

    [HttpGet("/reports/{periodId:guid}/dissent")]
    public async Task<IActionResult> DissentFromQuarter([FromRoute] Guid periodId, CancellationToken cancellationToken) =>
        Page(nameof(DissentFromQuarter), await mediator.Send(new PrepareApproval(periodId), cancellationToken));

    [HttpPost("/reports/{periodId:guid}/dissent")]
    public async Task<IActionResult> DissentFromQuarter(
        [FromRoute] Guid periodId, DissentFromQuarter command, CancellationToken cancellationToken)
    {
        command.PeriodId = periodId;
        return IsMistyped()
            ? await CheckAgainAsync(nameof(DissentFromQuarter), periodId, command.Comment, cancellationToken)
            : await this.FinishAsync(
                await mediator.Send(command, cancellationToken),
                _ => LocalRedirect($"~/reports/{periodId}"),
                () => CheckAgainAsync(nameof(DissentFromQuarter), periodId, command.Comment, cancellationToken),
                "Recorded that you do not agree");
    }

    [HttpGet("/reports/{periodId:guid}/return")]
    public async Task<IActionResult> ReturnQuarter([FromRoute] Guid periodId, CancellationToken cancellationToken) =>
        Page(nameof(ReturnQuarter), await mediator.Send(new PrepareReturn(periodId), cancellationToken));

    [HttpPost("/reports/{periodId:guid}/return")]
    public async Task<IActionResult> ReturnQuarter([FromRoute] Guid periodId, ReturnQuarter command, CancellationToken cancellationToken)
    {
        command.PeriodId = periodId;
        if (command.More is not null)
        {
            // Another row is wanted, and nothing is sent: what was typed is not judged yet.
            foreach (var entry in ModelState.Values)
            {
                entry.Errors.Clear();
            }

            return await ReturnAgainAsync(command, cancellationToken);
        }

        if (IsMistyped())
        {
            return await ReturnAgainAsync(command, cancellationToken);
        }

        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result,
            _ => LocalRedirect($"~/reports/{periodId}"),
            () => ReturnAgainAsync(command, cancellationToken),
            $"{Noun(result.Value)} returned to the partnership lead with your comments");
    }

    private static string Approved(QuarterDecided? decided) =>
        $"{Noun(decided)} approved{(decided is { IsPublished: true } ? ". The report is published." : string.Empty)}";

    private static string Noun(QuarterDecided? decided) => decided is { IsCorrection: true } ? "Correction" : "Quarter";

    /// <summary>
    /// True where the form holds what no form of ours sends, such as an answer that is none of the three. It must not count as no answer.
    /// </summary>
    private bool IsMistyped()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return !ModelState.IsValid;
    }

    /// <summary>The form again is a new form of the report as it is now, with what was typed.</summary>
    private async Task<IActionResult> CheckAgainAsync(string view, Guid periodId, string? comment, CancellationToken cancellationToken)
    {
        ModelState.Remove(nameof(ApprovalCheck.Sha256));
        if (Response.StatusCode == StatusCodes.Status409Conflict)
        {
            // A newer report may ask for other decisions: answers to the old ones are not carried over. What was written is kept.
            foreach (var key in ModelState.Keys.Where(k => k.EndsWith($".{nameof(AnswerRow.Answer)}", StringComparison.Ordinal)).ToList())
            {
                ModelState.Remove(key);
            }
        }

        var form = await mediator.Send(new PrepareApproval(periodId), cancellationToken);
        return Page(view, form is null ? null : form with { Comment = comment });
    }

    private async Task<IActionResult> ReturnAgainAsync(ReturnQuarter command, CancellationToken cancellationToken)
    {
        var form = await mediator.Send(new PrepareReturn(command.PeriodId), cancellationToken);
        var rows = command.Comments.Take(ReturnComment.Maximum).ToList();
        return Page(nameof(ReturnQuarter), form is null ? null : form with
        {
            Comment = command.Comment,
            Comments = [.. rows, .. rows is [.., { IsBlank: true }] ? [] : new[] { new ReturnCommentRow() }],
        });
    }

    private IActionResult Page<T>(string view, T? model)
        where T : class => model is null ? NotFound() : View(view, model);

    private FileContentResult Attachment(byte[] bytes, string title)
    {
        var words = new string([.. $"{current.RequiredTenant.Partnership.Slug} {title}".ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        return File(bytes, "application/json", $"{words}.json");
    }
}
