using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Writing tests of change.</summary>
public sealed class TestsOfChangeController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/projects/{projectId:guid}/tests-of-change/new")]
    public Task<IActionResult> AddTestOfChange([FromRoute] Guid projectId, Guid? after, CancellationToken cancellationToken) =>
        ShowAsync(new GetTestOfChangeForm(null, projectId, after), nameof(EditTestOfChange), cancellationToken);

    [HttpPost("/projects/{projectId:guid}/tests-of-change/new")]
    public Task<IActionResult> AddTestOfChange([FromRoute] Guid projectId, AddTestOfChange command, CancellationToken cancellationToken)
    {
        command.ProjectId = projectId;
        return SaveAsync(command, new GetTestOfChangeForm(null, projectId), nameof(EditTestOfChange), cancellationToken);
    }

    [HttpGet("/tests-of-change/{id:guid}/edit")]
    public Task<IActionResult> EditTestOfChange([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetTestOfChangeForm(id), nameof(EditTestOfChange), cancellationToken);

    [HttpPost("/tests-of-change/{id:guid}/edit")]
    public Task<IActionResult> EditTestOfChange([FromRoute] Guid id, EditTestOfChange command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetTestOfChangeForm(id), nameof(EditTestOfChange), cancellationToken);
    }

    [HttpPost("/tests-of-change/{id:guid}/remove")]
    public Task<IActionResult> RemoveTestOfChange([FromRoute] Guid id, uint version, CancellationToken cancellationToken) =>
        RemoveAsync(new RemoveTestOfChange(id, version), new GetTestOfChangeForm(id), nameof(EditTestOfChange), cancellationToken);
}
