using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Reading a project.</summary>
public sealed class ProjectsController(IMediator mediator) : TenantController
{
    [HttpGet("/projects/{id:guid}")]
    [CachedPage]
    public async Task<IActionResult> GetProject(Guid id, string? edit, CancellationToken cancellationToken) =>
        await mediator.Send(new GetProject(id), cancellationToken) is { } page ? View(page with { Editing = edit }) : NotFound();
}
