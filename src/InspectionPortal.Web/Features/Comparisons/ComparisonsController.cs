using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>
/// What approved reports say side by side. Members and link officers read the same pages, each from the edition open to them.
/// </summary>
public sealed class ComparisonsController(IMediator mediator) : TenantController
{
    [HttpGet("/reports/compare")]
    [CachedPage]
    public async Task<IActionResult> GetComparison([FromQuery] ComparisonChoice choice, CancellationToken cancellationToken) =>
        this.Page(nameof(GetComparison), await mediator.Send(new GetComparison(choice), cancellationToken));

    [HttpGet("/reports/ratings")]
    [CachedPage]
    public async Task<IActionResult> GetRatingTrend([FromQuery] TrendChoice choice, CancellationToken cancellationToken) =>
        this.Page(nameof(GetRatingTrend), await mediator.Send(new GetRatingTrend(choice), cancellationToken));

    [HttpGet("/projects/{id:guid}/quarters")]
    [CachedPage]
    public async Task<IActionResult> GetProjectQuarters([FromRoute] Guid id, CancellationToken cancellationToken) =>
        this.Page(nameof(GetProjectQuarters), await mediator.Send(new GetProjectQuarters(id), cancellationToken));
}
