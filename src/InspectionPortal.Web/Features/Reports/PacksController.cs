using System.Text;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Net.Http.Headers;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Evidence packs: one zip, made while it is sent.</summary>
public sealed class PacksController(
    IMediator mediator, CurrentSession current, EvidenceStore store, IWebHostEnvironment host, ICompositeViewEngine views)
        : TenantController
{
    [HttpGet("/pack.zip")]
    public Task<IActionResult> ExportAll(CancellationToken cancellationToken) => SendAsync(new GetPack(PackScope.All, null),
        cancellationToken);

    [HttpGet("/inspections/{id:guid}/pack.zip")]
    public Task<IActionResult> ExportInspection([FromRoute] Guid id, CancellationToken cancellationToken) =>
        SendAsync(new GetPack(PackScope.Inspection, id), cancellationToken);

    [HttpGet("/recommendations/{id:guid}/pack.zip")]
    public Task<IActionResult> ExportRecommendation([FromRoute] Guid id, CancellationToken cancellationToken) =>
        SendAsync(new GetPack(PackScope.Recommendation, id), cancellationToken);

    private async Task<IActionResult> SendAsync(GetPack query, CancellationToken cancellationToken)
    {
        if (await mediator.Send(query, cancellationToken) is not { } pack)
        {
            return NotFound();
        }

        var here = current.RequiredTenant.Partnership;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{here.Slug}-{PackWriter.Safe(pack.About).ToLowerInvariant()}-{pack.MadeAt:yyyy-MM-dd}.zip");
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        Response.ContentType = "application/zip";
        var writer = new PackWriter(
            pack, name => store.OpenAsync(here.Id, name, cancellationToken), report => PageAsync(pack, report, cancellationToken));
        await writer.WriteAsync(Response.Body, cancellationToken);
        return new EmptyResult();
    }

    /// <summary>A report as the page that its own download gives.</summary>
    private async Task<byte[]> PageAsync(PackContent pack, PackReport report, CancellationToken cancellationToken)
    {
        var file = new ReportFilePage
        {
            Title = report.Title,
            Content = new ReportContent(report.Edition, pack.Zone, projectsOpen: false).ForFile(),
            Signers = [],
            Dissents = [],
            State = $"Approved on {DateFormat.Moment(report.PublishedAt, pack.Zone)}.",
            Sha256 = CanonicalJson.Hash(report.Edition),
            MadeBy = pack.MadeBy,
        };
        var model = file with { Style = await ReportStyle.WholeAsync(host.WebRootFileProvider, file.Running, cancellationToken) };
        var view = views.GetView(null, "/Features/Reports/ReportFile.cshtml", isMainPage: true).View
            ?? throw new InvalidOperationException("The page of a report is missing.");
        await using var writer = new StringWriter();
        var data = new ViewDataDictionary<ReportFilePage>(MetadataProvider, new()) { Model = model };
        await view.RenderAsync(new ViewContext(ControllerContext, view, data, TempData, writer, new HtmlHelperOptions()));
        return Encoding.UTF8.GetBytes(writer.ToString());
    }
}
