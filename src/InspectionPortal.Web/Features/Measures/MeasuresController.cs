using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Reading measures.</summary>
public sealed class MeasuresController(IMediator mediator) : TenantController
{
    [HttpGet("/measures")]
    public async Task<IActionResult> GetMeasures(Guid? recommendation, CancellationToken cancellationToken) =>
        await mediator.Send(new GetMeasures(recommendation), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/measures/{id:guid}")]
    public async Task<IActionResult> GetMeasure(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetMeasure(id), cancellationToken) is { } page ? View(page) : NotFound();
}
