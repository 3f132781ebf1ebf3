using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>A link officer's own pages, over all partnerships that opened something to them.</summary>
public sealed class InspectController(IMediator mediator) : PlatformController
{
    [HttpGet("/inspect")]
    public async Task<IActionResult> GetPartnershipsInspected(SinceWhen since, CancellationToken cancellationToken)
    {
        // Refused visits throw, so that there is always a value here.
        ModelState.Clear();
        var visit = await mediator.Send(new RecordVisit(), cancellationToken);
        var chosen = Enum.IsDefined(since) ? since : SinceWhen.Visit;
        return this.Page(
            "GetPartnershipsInspected", await mediator.Send(new GetPartnershipsInspected(chosen, visit.Value?.LastLooked), cancellationToken));
    }

    [HttpGet("/inspect/reads")]
    public async Task<IActionResult> GetOwnReads(CancellationToken cancellationToken, int page = 1)
    {
        ModelState.Clear();
        return this.Page("GetOwnReads", await mediator.Send(new GetOwnReads(page), cancellationToken));
    }
}
