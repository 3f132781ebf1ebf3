using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Reading measures.</summary>
public sealed class MeasuresController(IMediator mediator) : TenantController
{
    [HttpGet("/measures")]
    [CachedPage]
    public async Task<IActionResult> ListMeasures(Guid? recommendation, MeasuresShown show, CancellationToken cancellationToken) =>
        await mediator.Send(new ListMeasures(recommendation, Enum.IsDefined(show) ? show : MeasuresShown.All), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/measures/{id:guid}")]
    [CachedPage]
    public async Task<IActionResult> GetMeasure(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetMeasure(id), cancellationToken) is { } page ? View(page) : NotFound();
}
