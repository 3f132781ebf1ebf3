using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Adding and editing projects and their sub-actions.</summary>
public sealed class EditProjectsController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/plans/{plan:guid}/projects/new")]
    public Task<IActionResult> AddProject([FromRoute] Guid plan, Guid? aim, Guid? driver, CancellationToken cancellationToken) =>
        ShowAsync(new GetProjectForm(null, plan) { AimId = aim, DriverId = driver }, nameof(EditProject), cancellationToken);

    [HttpPost("/plans/{plan:guid}/projects/new")]
    public Task<IActionResult> AddProject([FromRoute] Guid plan, AddProject command, CancellationToken cancellationToken)
    {
        command.PlanId = plan;
        return SaveAsync(command, new GetProjectForm(null, plan), nameof(EditProject), cancellationToken);
    }

    [HttpGet("/projects/{id:guid}/edit")]
    public Task<IActionResult> EditProject([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetProjectForm(id), nameof(EditProject), cancellationToken);

    [HttpPost("/projects/{id:guid}/edit")]
    public Task<IActionResult> EditProject([FromRoute] Guid id, EditProject command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetProjectForm(id), nameof(EditProject), cancellationToken);
    }

    [HttpGet("/projects/{projectId:guid}/sub-actions/new")]
    public Task<IActionResult> AddSubAction([FromRoute] Guid projectId, CancellationToken cancellationToken) =>
        ShowAsync(new GetSubActionForm(null, projectId), nameof(EditSubAction), cancellationToken);

    [HttpPost("/projects/{projectId:guid}/sub-actions/new")]
    public Task<IActionResult> AddSubAction([FromRoute] Guid projectId, AddSubAction command, CancellationToken cancellationToken)
    {
        command.ProjectId = projectId;
        return SaveAsync(command, new GetSubActionForm(null, projectId), nameof(EditSubAction), cancellationToken);
    }

    [HttpGet("/sub-actions/{id:guid}/edit")]
    public Task<IActionResult> EditSubAction([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetSubActionForm(id), nameof(EditSubAction), cancellationToken);

    [HttpPost("/sub-actions/{id:guid}/edit")]
    public Task<IActionResult> EditSubAction([FromRoute] Guid id, EditSubAction command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetSubActionForm(id), nameof(EditSubAction), cancellationToken);
    }

    [HttpPost("/sub-actions/{id:guid}/remove")]
    public Task<IActionResult> RemoveSubAction([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemoveSubAction(id, version), new GetSubActionForm(id), nameof(EditSubAction), cancellationToken);
}
