using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>What the partnership says of its recommendations.</summary>
public sealed class StatementsController(IMediator mediator) : FormController(mediator)
{
    private const string Form = "EditPositionStatement";

    private readonly IMediator _mediator = mediator;

    [HttpGet("/recommendations/{id:guid}/statements/new")]
    public Task<IActionResult> AddPositionStatement([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetStatementForm(null, id), Form, cancellationToken);

    [HttpPost("/recommendations/{id:guid}/statements/new")]
    public Task<IActionResult> AddPositionStatement([FromRoute] Guid id, AddPositionStatement command, CancellationToken cancellationToken)
    {
        command.RecommendationId = id;
        return SaveAsync(command, new GetStatementForm(null, id), Form, cancellationToken);
    }

    [HttpGet("/statements/{id:guid}/edit")]
    public Task<IActionResult> EditPositionStatement([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetStatementForm(id), Form, cancellationToken);

    [HttpPost("/statements/{id:guid}/edit")]
    public Task<IActionResult> EditPositionStatement([FromRoute] Guid id, EditPositionStatement command,
        CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetStatementForm(id), Form, cancellationToken);
    }

    [HttpPost("/statements/{id:guid}/remove")]
    public Task<IActionResult> RemovePositionStatement([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemovePositionStatement(id, version), new GetStatementForm(id), Form, cancellationToken);

    [HttpGet("/statements/{id:guid}/approve")]
    public async Task<IActionResult> ApprovePositionStatement([FromRoute] Guid id, CancellationToken cancellationToken) =>
        this.Page(nameof(ApprovePositionStatement), await _mediator.Send(new GetStatementApproval(id), cancellationToken));

    [HttpPost("/statements/{id:guid}/approve")]
    public async Task<IActionResult> ApprovePositionStatement([FromRoute] Guid id, ApprovePositionStatement command,
        CancellationToken cancellationToken)
    {
        command.Id = id;
        var result = await _mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, saved => Redirect(Url.Content(saved.Address)),
            async () => this.Page(nameof(ApprovePositionStatement), await _mediator.Send(new GetStatementApproval(id), cancellationToken)),
            result.Value?.Notice);
    }
}
