using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.SecurityEvents;

/// <summary>A partnership's own part of the security log.</summary>
public sealed class OwnSecurityEventsController(IMediator mediator) : TenantController
{
    [HttpGet("/security")]
    public async Task<IActionResult> ListOwnSecurityEvents([FromQuery] ListOwnSecurityEvents query, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await mediator.Send(query, cancellationToken) is { } page ? View(page) : NotFound();
    }
}
