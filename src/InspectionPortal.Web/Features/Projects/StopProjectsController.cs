using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Stopping a project and starting it again.</summary>
public sealed class StopProjectsController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/projects/{id:guid}/stop")]
    public Task<IActionResult> StopProject([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetStopForm(id), nameof(StopProject), cancellationToken);

    [HttpPost("/projects/{id:guid}/stop")]
    public Task<IActionResult> StopProject([FromRoute] Guid id, StopProject command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetStopForm(id), nameof(StopProject), cancellationToken);
    }

    [HttpGet("/projects/{id:guid}/restart")]
    public Task<IActionResult> RestartProject([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetRestartForm(id), nameof(RestartProject), cancellationToken);

    [HttpPost("/projects/{id:guid}/restart")]
    public Task<IActionResult> RestartProject([FromRoute] Guid id, RestartProject command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetRestartForm(id), nameof(RestartProject), cancellationToken);
    }
}
