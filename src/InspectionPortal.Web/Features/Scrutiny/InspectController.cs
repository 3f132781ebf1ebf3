using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>A link officer's own pages, over all partnerships that opened something to them.</summary>
public sealed class InspectController(IMediator mediator) : PlatformController
{
    [HttpGet("/inspect")]
    public async Task<IActionResult> GetLinkOfficerDashboard([FromQuery] InspectFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var visit = await mediator.Send(new GetLastVisit(), cancellationToken);
        return this.Page(
            "GetLinkOfficerDashboard", await mediator.Send(new GetLinkOfficerDashboard(filter, visit?.LastLooked), cancellationToken));
    }

    [HttpGet("/inspect/partnerships.csv")]
    public async Task<IActionResult> ExportLinkOfficerDashboard([FromQuery] InspectFilter filter, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var visit = await mediator.Send(new GetLastVisit(), cancellationToken);
        return await mediator.Send(new ExportLinkOfficerDashboard(filter, visit?.LastLooked), cancellationToken) is { } file
            ? File(file.Bytes, "text/csv; charset=utf-8", file.Name)
            : NotFound();
    }

    [HttpGet("/inspect/reads")]
    public async Task<IActionResult> GetOwnReads(CancellationToken cancellationToken, int page = 1)
    {
        ModelState.Clear();
        return this.Page("GetOwnReads", await mediator.Send(new GetOwnReads(page), cancellationToken));
    }
}
