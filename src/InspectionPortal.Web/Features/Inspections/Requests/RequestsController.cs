using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Inspections.Requests;

/// <summary>What a link officer asks about a recommendation, and the partnership's answer.</summary>
public sealed class RequestsController(IMediator mediator) : TenantController
{
    [HttpGet("/recommendations/{id:guid}/requests/new")]
    public Task<IActionResult> AddScrutinyRequest([FromRoute] Guid id, CancellationToken cancellationToken) =>
        AskAsync(new AddScrutinyRequest { RecommendationId = id }, cancellationToken);

    [HttpPost("/recommendations/{id:guid}/requests/new")]
    public Task<IActionResult> AddScrutinyRequest([FromRoute] Guid id, AddScrutinyRequest command, CancellationToken cancellationToken)
    {
        command.RecommendationId = id;
        return this.SendFormAsync(
            mediator, command, _ => Redirect(Url.Content($"~/recommendations/{id}#requests")), () => AskAsync(command, cancellationToken),
            "Request sent. The partnership lead gets an e-mail, and you get one when they answer.");
    }

    [HttpGet("/requests/{id:guid}/answer")]
    public Task<IActionResult> AnswerRequest([FromRoute] Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(new AnswerRequest { Id = id }, cancellationToken);

    [HttpPost("/requests/{id:guid}/answer")]
    public Task<IActionResult> AnswerRequest([FromRoute] Guid id, AnswerRequest command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command, about => Redirect(Url.Content($"~/recommendations/{about}#requests")), () => AnswerAsync(
                command, cancellationToken),
            "Answer sent. The link officer gets an e-mail.");
    }

    private async Task<IActionResult> AskAsync(AddScrutinyRequest command, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetAskForm(command.RecommendationId), cancellationToken);
        ViewData["Form"] = page;
        return page is null ? NotFound() : View("AddScrutinyRequest", command);
    }

    private async Task<IActionResult> AnswerAsync(AnswerRequest command, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetRequestAnswerForm(command.Id), cancellationToken);
        ViewData["Form"] = page;
        return page?.Request is null ? NotFound() : View("AnswerRequest", command);
    }
}
