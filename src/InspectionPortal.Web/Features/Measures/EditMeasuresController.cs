using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Adding, editing and removing measures, their targets and their figures.</summary>
public sealed class EditMeasuresController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/measures/new")]
    public Task<IActionResult> AddMeasure(Guid? project, Guid? driver, Guid? aim, CancellationToken cancellationToken)
    {
        var on = project is { } p ? new PlanPlace(PlanPlaceKind.Project, p)
            : driver is { } d ? new PlanPlace(PlanPlaceKind.Driver, d)
            : aim is { } a ? new PlanPlace(PlanPlaceKind.Aim, a) : null;
        return ShowAsync(new GetMeasureForm(null, on), nameof(EditMeasure), cancellationToken);
    }

    [HttpPost("/measures/new")]
    public Task<IActionResult> AddMeasure(AddMeasure command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetMeasureForm(null, PlanPlace.Parse(command.On)), nameof(EditMeasure), cancellationToken);

    [HttpGet("/measures/{id:guid}/edit")]
    public Task<IActionResult> EditMeasure([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetMeasureForm(id), nameof(EditMeasure), cancellationToken);

    [HttpPost("/measures/{id:guid}/edit")]
    public Task<IActionResult> EditMeasure([FromRoute] Guid id, EditMeasure command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetMeasureForm(id), nameof(EditMeasure), cancellationToken);
    }

    [HttpPost("/measures/{id:guid}/remove")]
    public Task<IActionResult> RemoveMeasure([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemoveMeasure(id, version), new GetMeasureForm(id), nameof(EditMeasure), cancellationToken);

    [HttpGet("/measures/{measureId:guid}/figures/new")]
    public Task<IActionResult> AddPoint([FromRoute] Guid measureId, CancellationToken cancellationToken) =>
        ShowAsync(new GetPointForm(null, measureId), nameof(EditPoint), cancellationToken);

    [HttpPost("/measures/{measureId:guid}/figures/new")]
    public Task<IActionResult> AddPoint([FromRoute] Guid measureId, AddPoint command, CancellationToken cancellationToken)
    {
        command.MeasureId = measureId;
        return SaveAsync(command, new GetPointForm(null, measureId), nameof(EditPoint), cancellationToken);
    }

    [HttpGet("/figures/{id:guid}/edit")]
    public Task<IActionResult> EditPoint([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetPointForm(id), nameof(EditPoint), cancellationToken);

    [HttpPost("/figures/{id:guid}/edit")]
    public Task<IActionResult> EditPoint([FromRoute] Guid id, EditPoint command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetPointForm(id), nameof(EditPoint), cancellationToken);
    }

    [HttpPost("/figures/{id:guid}/remove")]
    public Task<IActionResult> RemovePoint([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemovePoint(id, version), new GetPointForm(id), nameof(EditPoint), cancellationToken);

    [HttpGet("/measures/{measureId:guid}/targets/new")]
    public Task<IActionResult> AddTarget([FromRoute] Guid measureId, CancellationToken cancellationToken) =>
        ShowAsync(new GetTargetForm(null, measureId), nameof(EditTarget), cancellationToken);

    [HttpPost("/measures/{measureId:guid}/targets/new")]
    public Task<IActionResult> AddTarget([FromRoute] Guid measureId, AddTarget command, CancellationToken cancellationToken)
    {
        command.MeasureId = measureId;
        return SaveAsync(command, new GetTargetForm(null, measureId), nameof(EditTarget), cancellationToken);
    }

    [HttpGet("/targets/{id:guid}/edit")]
    public Task<IActionResult> EditTarget([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetTargetForm(id), nameof(EditTarget), cancellationToken);

    [HttpPost("/targets/{id:guid}/edit")]
    public Task<IActionResult> EditTarget([FromRoute] Guid id, EditTarget command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetTargetForm(id), nameof(EditTarget), cancellationToken);
    }

    [HttpPost("/targets/{id:guid}/remove")]
    public Task<IActionResult> RemoveTarget([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemoveTarget(id, version), new GetTargetForm(id), nameof(EditTarget), cancellationToken);
}
