using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Reading recommendations.</summary>
public sealed class RecommendationsController(IMediator mediator) : TenantController
{
    [HttpGet("/recommendations")]
    [CachedPage]
    public async Task<IActionResult> ListRecommendations(string? cover, CancellationToken cancellationToken) =>
        await mediator.Send(new ListRecommendations(cover), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/recommendations/{id:guid}")]
    [CachedPage]
    public async Task<IActionResult> GetRecommendation(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetRecommendation(id), cancellationToken) is { } page ? View(page) : NotFound();
}
