using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What of the recommendations the plan answers, on screen and as a file, and closing a gap.</summary>
public sealed class CoverageController(IMediator mediator) : FormController(mediator)
{
    private readonly IMediator _mediator = mediator;

    [HttpGet("/plan/coverage")]
    public async Task<IActionResult> GetCoverage(string? plan, CancellationToken cancellationToken) =>
        await _mediator.Send(new GetCoverage(plan), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/plan/coverage.csv")]
    public async Task<IActionResult> ExportCoverage(string? plan, CancellationToken cancellationToken) =>
        await _mediator.Send(new ExportCoverage(plan), cancellationToken) is { } file ? File(file.Bytes, "text/csv; charset=utf-8", file.Name) : NotFound();

    [HttpGet("/plan/link")]
    public Task<IActionResult> AnswerRecommendation(Guid? recommendation, Guid? project, CancellationToken cancellationToken) =>
        ShowAsync(new GetAnswerForm(recommendation, project), nameof(AnswerRecommendation), cancellationToken);

    [HttpPost("/plan/link")]
    public Task<IActionResult> AnswerRecommendation(AnswerRecommendation command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetAnswerForm(null, null), nameof(AnswerRecommendation), cancellationToken);
}
