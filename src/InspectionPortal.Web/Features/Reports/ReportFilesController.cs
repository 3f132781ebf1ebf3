using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A report as a file: what its page shows, to read without the portal.</summary>
public sealed class ReportFilesController(IMediator mediator, CurrentSession current, IWebHostEnvironment host) : TenantController
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>One page with its styles in it. It is kept as a file, never shown as a page of the portal.</summary>
    [HttpGet("/reports/{periodId:guid}/report.html")]
    public async Task<IActionResult> ExportPage([FromRoute] Guid periodId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(periodId, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        Response.Headers.ContentDisposition = $"attachment; filename={Name(page)}.html";
        var style = await ReportStyle.WholeAsync(host.WebRootFileProvider, page.Running, cancellationToken);
        return View("ReportFile", page with { Style = style });
    }

    [HttpGet("/reports/{periodId:guid}/report.docx")]
    public async Task<IActionResult> ExportWord([FromRoute] Guid periodId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(periodId, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        var file = new MemoryStream();
        ReportDocx.Write(page, file);
        file.Position = 0;
        return File(file, Word, $"{Name(page)}.docx");
    }

    private async Task<ReportFilePage?> ReadAsync(Guid periodId, CancellationToken cancellationToken) => current.RequiredTenant.IsByGrant
        ? ReportFilePage.Of(await mediator.Send(new GetPublishedReport(periodId), cancellationToken), current.RequiredPerson.DisplayName)
        : ReportFilePage.Of(await mediator.Send(new GetReport(periodId), cancellationToken));

    private string Name(ReportFilePage page) => new(
        [.. $"{current.RequiredTenant.Partnership.Slug}-report-{page.Title}".ToLowerInvariant()
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
}
