using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Audit;

/// <summary>The history of one thing.</summary>
public sealed class HistoryController(IMediator mediator) : TenantController
{
    [HttpGet("/history/plan/{id:guid}")]
    public Task<IActionResult> OfPlan(Guid id, string? page, CancellationToken cancellationToken) =>
        ShowAsync(HistoryKind.Plan, id, page, cancellationToken);

    [HttpGet("/history/aim/{id:guid}")]
    public Task<IActionResult> OfAim(Guid id, string? page, CancellationToken cancellationToken) =>
        ShowAsync(HistoryKind.Aim, id, page, cancellationToken);

    [HttpGet("/history/driver/{id:guid}")]
    public Task<IActionResult> OfDriver(Guid id, string? page, CancellationToken cancellationToken) =>
        ShowAsync(HistoryKind.Driver, id, page, cancellationToken);

    [HttpGet("/history/project/{id:guid}")]
    public Task<IActionResult> OfProject(Guid id, string? page, CancellationToken cancellationToken) =>
        ShowAsync(HistoryKind.Project, id, page, cancellationToken);

    [HttpGet("/history/sub-action/{id:guid}")]
    public Task<IActionResult> OfSubAction(Guid id, string? page, CancellationToken cancellationToken) =>
        ShowAsync(HistoryKind.SubAction, id, page, cancellationToken);

    [HttpGet("/history/measure/{id:guid}")]
    public Task<IActionResult> OfMeasure(Guid id, string? page, CancellationToken cancellationToken) =>
        ShowAsync(HistoryKind.Measure, id, page, cancellationToken);

    [HttpGet("/history/inspection/{id:guid}")]
    public Task<IActionResult> OfInspection(Guid id, string? page, CancellationToken cancellationToken) =>
        ShowAsync(HistoryKind.Inspection, id, page, cancellationToken);

    [HttpGet("/history/recommendation/{id:guid}")]
    public Task<IActionResult> OfRecommendation(Guid id, string? page, CancellationToken cancellationToken) =>
        ShowAsync(HistoryKind.Recommendation, id, page, cancellationToken);

    [HttpGet("/history/review/{id:guid}")]
    public Task<IActionResult> OfReview(Guid id, string? page, CancellationToken cancellationToken) =>
        ShowAsync(HistoryKind.Review, id, page, cancellationToken);

    [HttpGet("/history/evidence/{id:guid}")]
    public Task<IActionResult> OfEvidence(Guid id, string? page, CancellationToken cancellationToken) =>
        ShowAsync(HistoryKind.Evidence, id, page, cancellationToken);

    /// <summary>A page number that cannot be read is the first page.</summary>
    private async Task<IActionResult> ShowAsync(HistoryKind kind, Guid id, string? page, CancellationToken cancellationToken) =>
        await mediator.Send(new ListHistory(kind, id, int.TryParse(page, out var number) ? number : 1), cancellationToken) is { } history
            ? View(nameof(ListHistory), history)
            : NotFound();
}
