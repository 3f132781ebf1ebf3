using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Reading inspections.</summary>
public sealed class InspectionsController(IMediator mediator) : TenantController
{
    [HttpGet("/inspections")]
    public async Task<IActionResult> ListInspections(CancellationToken cancellationToken) =>
        await mediator.Send(new ListInspections(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/inspections/{id:guid}")]
    public async Task<IActionResult> GetInspection(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetInspection(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/reviews/{id:guid}")]
    public async Task<IActionResult> GetProgressReview(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetProgressReview(id), cancellationToken) is { } page ? View(page) : NotFound();
}
