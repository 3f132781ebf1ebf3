using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Whether recommendations were met.</summary>
public sealed class DecisionsController(IMediator mediator) : FormController(mediator)
{
    private readonly IMediator _mediator = mediator;

    [HttpGet("/recommendations/{id:guid}/decisions/new")]
    public Task<IActionResult> AddRecommendationDecision([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetDecisionForm(id), nameof(AddRecommendationDecision), cancellationToken);

    [HttpPost("/recommendations/{id:guid}/decisions/new")]
    public Task<IActionResult> AddRecommendationDecision([FromRoute] Guid id, AddRecommendationDecision command,
        CancellationToken cancellationToken)
    {
        command.RecommendationId = id;
        return SaveAsync(command, new GetDecisionForm(id), nameof(AddRecommendationDecision), cancellationToken);
    }

    [HttpPost("/decisions/{id:guid}/remove")]
    public async Task<IActionResult> RemoveRecommendationDecision([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        var result = await _mediator.Send(new RemoveRecommendationDecision(id), cancellationToken);
        return await this.FinishAsync(
            result, saved => Redirect(Url.Content(saved.Address)), () =>
                Task.FromResult<IActionResult>(Redirect(Url.Content("~/recommendations"))),
            result.Value?.Notice);
    }
}
