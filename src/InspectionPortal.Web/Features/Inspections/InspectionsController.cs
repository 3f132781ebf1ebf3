using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Reading inspections.</summary>
public sealed class InspectionsController(IMediator mediator) : TenantController
{
    [HttpGet("/inspections")]
    [CachedPage]
    public async Task<IActionResult> ListInspections(CancellationToken cancellationToken) =>
        await mediator.Send(new ListInspections(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/inspections/{id:guid}")]
    [CachedPage]
    public async Task<IActionResult> GetInspection(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetInspection(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/reviews/{id:guid}")]
    [CachedPage]
    public async Task<IActionResult> GetProgressReview(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetProgressReview(id), cancellationToken) is { } page ? View(page) : NotFound();
}
