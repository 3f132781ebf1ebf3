using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.PageCaching;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What of the recommendations the plan answers, on screen and as a file, and closing a gap.</summary>
public sealed class CoverageController(IMediator mediator) : FormController(mediator)
{
    private readonly IMediator _mediator = mediator;

    [HttpGet("/plans/{plan:guid}/coverage")]
    [CachedPage]
    public async Task<IActionResult> GetCoverage([FromRoute] Guid plan, CancellationToken cancellationToken) =>
        await _mediator.Send(new GetCoverage(plan), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/plans/{plan:guid}/coverage.csv")]
    public async Task<IActionResult> ExportCoverage([FromRoute] Guid plan, CancellationToken cancellationToken) =>
        await _mediator.Send(new ExportCoverage(plan), cancellationToken) is { } file ? File(file.Bytes, "text/csv; charset=utf-8", file.Name) : NotFound();

    [HttpGet("/plans/{plan:guid}/link")]
    public Task<IActionResult> AnswerRecommendation([FromRoute] Guid plan, Guid? recommendation, Guid? project, CancellationToken cancellationToken) =>
        ShowAsync(new GetAnswerForm(plan, recommendation, project), nameof(AnswerRecommendation), cancellationToken);

    [HttpPost("/plans/{plan:guid}/link")]
    public Task<IActionResult> AnswerRecommendation([FromRoute] Guid plan, AnswerRecommendation command, CancellationToken cancellationToken)
    {
        command.PlanId = plan;
        return SaveAsync(command, new GetAnswerForm(plan), nameof(AnswerRecommendation), cancellationToken);
    }
}
