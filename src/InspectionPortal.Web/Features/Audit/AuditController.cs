using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Audit;

/// <summary>What was changed here.</summary>
public sealed class AuditController(IMediator mediator) : TenantController
{
    [HttpGet("/audit")]
    public async Task<IActionResult> ListAuditEntries([FromQuery] ListAuditEntries query, CancellationToken cancellationToken)
    {
        // An address that cannot be read is the page without that filter.
        ModelState.Clear();
        return await mediator.Send(query, cancellationToken) is { } page ? View(page) : NotFound();
    }
}
