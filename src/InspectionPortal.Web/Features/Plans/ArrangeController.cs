using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Putting the plan in another order.</summary>
public sealed class ArrangeController(IMediator mediator) : FormController(mediator)
{
    private readonly IMediator _mediator = mediator;

    [HttpGet("/plans/{plan:guid}/arrange")]
    public async Task<IActionResult> GetArrangement([FromRoute] Guid plan, string? at, CancellationToken cancellationToken) =>
        await ShowPlanAsync(plan, at, cancellationToken);

    [HttpPost("/plans/{plan:guid}/arrange")]
    public async Task<IActionResult> MoveInPlan([FromRoute] Guid plan, MoveInPlan command, CancellationToken cancellationToken)
    {
        var result = await _mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, moved => Redirect(Url.Content($"~/plans/{plan}/arrange?at={moved.Focus}#{moved.Focus}")),
            () => ShowPlanAsync(plan, null, cancellationToken), result.Value?.Notice);
    }

    [HttpGet("/projects/{id:guid}/arrange")]
    public Task<IActionResult> GetProjectArrangement([FromRoute] Guid id, string? at, CancellationToken cancellationToken) =>
        ShowInnerAsync(ArrangedWhole.Project, id, at, cancellationToken);

    [HttpPost("/projects/{id:guid}/arrange")]
    public Task<IActionResult> MoveInProject([FromRoute] Guid id, MoveInPlan command, CancellationToken cancellationToken) =>
        MoveWithinAsync(ArrangedWhole.Project, id, command, cancellationToken);

    [HttpGet("/inspections/{id:guid}/arrange")]
    public Task<IActionResult> GetInspectionArrangement([FromRoute] Guid id, string? at, CancellationToken cancellationToken) =>
        ShowInnerAsync(ArrangedWhole.Inspection, id, at, cancellationToken);

    [HttpPost("/inspections/{id:guid}/arrange")]
    public Task<IActionResult> MoveInInspection([FromRoute] Guid id, MoveInPlan command, CancellationToken cancellationToken) =>
        MoveWithinAsync(ArrangedWhole.Inspection, id, command, cancellationToken);

    [HttpGet("/projects/{id:guid}/place")]
    public Task<IActionResult> PlaceProject([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetPlaceForm(PlanPlaceKind.Project, id), nameof(PlaceInPlan), cancellationToken);

    [HttpPost("/projects/{id:guid}/place")]
    public Task<IActionResult> PlaceProject([FromRoute] Guid id, PlaceInPlan command, CancellationToken cancellationToken) =>
        PlaceAsync(PlanPlaceKind.Project, id, command, cancellationToken);

    [HttpGet("/drivers/{id:guid}/place")]
    public Task<IActionResult> PlaceDriver([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetPlaceForm(PlanPlaceKind.Driver, id), nameof(PlaceInPlan), cancellationToken);

    [HttpPost("/drivers/{id:guid}/place")]
    public Task<IActionResult> PlaceDriver([FromRoute] Guid id, PlaceInPlan command, CancellationToken cancellationToken) =>
        PlaceAsync(PlanPlaceKind.Driver, id, command, cancellationToken);

    private Task<IActionResult> PlaceAsync(PlanPlaceKind kind, Guid id, PlaceInPlan command, CancellationToken cancellationToken)
    {
        command.Item = new PlanPlace(kind, id);
        return SaveAsync(command, new GetPlaceForm(kind, id), nameof(PlaceInPlan), cancellationToken);
    }

    private async Task<IActionResult> MoveWithinAsync(ArrangedWhole whole, Guid id, MoveInPlan command, CancellationToken cancellationToken)
    {
        command.Within = id;
        var result = await _mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, moved => Redirect(Url.Content($"~/{whole.ToString().ToLowerInvariant()}s/{id}/arrange?at={moved.Focus}#{moved.Focus}")),
            () => ShowInnerAsync(whole, id, null, cancellationToken), result.Value?.Notice);
    }

    private async Task<IActionResult> ShowInnerAsync(ArrangedWhole whole, Guid id, string? at, CancellationToken cancellationToken) =>
        await _mediator.Send(new GetInnerArrangement(whole, id), cancellationToken) is { } lists
            ? View(nameof(GetInnerArrangement), lists with { Focus = at })
            : NotFound();

    private async Task<IActionResult> ShowPlanAsync(Guid plan, string? at, CancellationToken cancellationToken) =>
        await _mediator.Send(new GetArrangement(plan), cancellationToken) is { } page ? View(nameof(GetArrangement), page with { Focus = at }) : NotFound();
}
