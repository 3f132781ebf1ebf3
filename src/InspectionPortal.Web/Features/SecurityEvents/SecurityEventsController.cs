using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.SecurityEvents;

/// <summary>The security log of the platform.</summary>
public sealed class SecurityEventsController(IMediator mediator) : PlatformController
{
    [HttpGet("/admin/security")]
    public async Task<IActionResult> ListSecurityEvents([FromQuery] ListSecurityEvents query, CancellationToken cancellationToken)
    {
        // A filter that cannot be read is the page without it.
        ModelState.Clear();
        return await mediator.Send(query, cancellationToken) is { } page ? View(page) : NotFound();
    }

    [HttpGet("/admin/security.csv")]
    public async Task<IActionResult> ExportSecurityEvents([FromQuery] ExportSecurityEvents query, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await mediator.Send(query, cancellationToken) is { } file ? File(file.Bytes, "text/csv; charset=utf-8", "security-log.csv") : NotFound();
    }
}
