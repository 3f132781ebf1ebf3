using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Recording inspections and what they recommended, and linking the work that answers it.</summary>
public sealed class EditInspectionsController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/inspections/new")]
    public Task<IActionResult> AddInspection(CancellationToken cancellationToken) =>
        ShowAsync(new GetInspectionForm(null), nameof(EditInspection), cancellationToken);

    [HttpPost("/inspections/new")]
    public Task<IActionResult> AddInspection(AddInspection command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetInspectionForm(null), nameof(EditInspection), cancellationToken);

    [HttpGet("/inspections/{id:guid}/edit")]
    public Task<IActionResult> EditInspection([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetInspectionForm(id), nameof(EditInspection), cancellationToken);

    [HttpPost("/inspections/{id:guid}/edit")]
    public Task<IActionResult> EditInspection([FromRoute] Guid id, EditInspection command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetInspectionForm(id), nameof(EditInspection), cancellationToken);
    }

    [HttpPost("/inspections/{id:guid}/remove")]
    public Task<IActionResult> RemoveInspection([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemoveInspection(id, version), new GetInspectionForm(id), nameof(EditInspection), cancellationToken);

    [HttpGet("/recommendations/new")]
    public Task<IActionResult> AddRecommendation(Guid? inspection, CancellationToken cancellationToken) =>
        ShowAsync(new GetRecommendationForm(null, inspection), nameof(EditRecommendation), cancellationToken);

    [HttpPost("/recommendations/new")]
    public Task<IActionResult> AddRecommendation(AddRecommendation command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetRecommendationForm(null, command.InspectionId), nameof(EditRecommendation), cancellationToken);

    [HttpGet("/recommendations/{id:guid}/edit")]
    public Task<IActionResult> EditRecommendation([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetRecommendationForm(id), nameof(EditRecommendation), cancellationToken);

    [HttpPost("/recommendations/{id:guid}/edit")]
    public Task<IActionResult> EditRecommendation([FromRoute] Guid id, EditRecommendation command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetRecommendationForm(id), nameof(EditRecommendation), cancellationToken);
    }

    [HttpPost("/recommendations/{id:guid}/remove")]
    public Task<IActionResult> RemoveRecommendation([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemoveRecommendation(id, version), new GetRecommendationForm(id), nameof(EditRecommendation), cancellationToken);

    [HttpGet("/aims/{id:guid}/links")]
    public Task<IActionResult> LinkAim([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowLinksAsync(LinkedKind.Aim, id, cancellationToken);

    [HttpPost("/aims/{id:guid}/links")]
    public Task<IActionResult> LinkAim([FromRoute] Guid id, LinkRecommendations command, CancellationToken cancellationToken) =>
        SaveLinksAsync(LinkedKind.Aim, id, command, cancellationToken);

    [HttpGet("/drivers/{id:guid}/links")]
    public Task<IActionResult> LinkDriver([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowLinksAsync(LinkedKind.Driver, id, cancellationToken);

    [HttpPost("/drivers/{id:guid}/links")]
    public Task<IActionResult> LinkDriver([FromRoute] Guid id, LinkRecommendations command, CancellationToken cancellationToken) =>
        SaveLinksAsync(LinkedKind.Driver, id, command, cancellationToken);

    [HttpGet("/projects/{id:guid}/links")]
    public Task<IActionResult> LinkProject([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowLinksAsync(LinkedKind.Project, id, cancellationToken);

    [HttpPost("/projects/{id:guid}/links")]
    public Task<IActionResult> LinkProject([FromRoute] Guid id, LinkRecommendations command, CancellationToken cancellationToken) =>
        SaveLinksAsync(LinkedKind.Project, id, command, cancellationToken);

    [HttpGet("/measures/{id:guid}/links")]
    public Task<IActionResult> LinkMeasure([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowLinksAsync(LinkedKind.Measure, id, cancellationToken);

    [HttpPost("/measures/{id:guid}/links")]
    public Task<IActionResult> LinkMeasure([FromRoute] Guid id, LinkRecommendations command, CancellationToken cancellationToken) =>
        SaveLinksAsync(LinkedKind.Measure, id, command, cancellationToken);

    private Task<IActionResult> ShowLinksAsync(LinkedKind kind, Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetLinkForm(kind, id), nameof(LinkRecommendations), cancellationToken);

    private Task<IActionResult> SaveLinksAsync(LinkedKind kind, Guid id, LinkRecommendations command, CancellationToken cancellationToken)
    {
        command.Kind = kind;
        command.TargetId = id;
        return SaveAsync(command, new GetLinkForm(kind, id), nameof(LinkRecommendations), cancellationToken);
    }
}
