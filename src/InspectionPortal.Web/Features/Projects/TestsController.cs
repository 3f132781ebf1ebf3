using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Writing tests of change.</summary>
public sealed class TestsController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/projects/{projectId:guid}/tests/new")]
    public Task<IActionResult> AddTest([FromRoute] Guid projectId, Guid? after, CancellationToken cancellationToken) =>
        ShowAsync(new GetTestForm(null, projectId, after), nameof(EditTest), cancellationToken);

    [HttpPost("/projects/{projectId:guid}/tests/new")]
    public Task<IActionResult> AddTest([FromRoute] Guid projectId, AddTest command, CancellationToken cancellationToken)
    {
        command.ProjectId = projectId;
        return SaveAsync(command, new GetTestForm(null, projectId), nameof(EditTest), cancellationToken);
    }

    [HttpGet("/tests/{id:guid}/edit")]
    public Task<IActionResult> EditTest([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetTestForm(id), nameof(EditTest), cancellationToken);

    [HttpPost("/tests/{id:guid}/edit")]
    public Task<IActionResult> EditTest([FromRoute] Guid id, EditTest command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetTestForm(id), nameof(EditTest), cancellationToken);
    }

    [HttpPost("/tests/{id:guid}/remove")]
    public Task<IActionResult> RemoveTest([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemoveTest(id, version), new GetTestForm(id), nameof(EditTest), cancellationToken);
}
