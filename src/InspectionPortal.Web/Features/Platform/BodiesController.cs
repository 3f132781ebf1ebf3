using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>The platform administrator's pages about scrutiny bodies and their link officers.</summary>
public sealed class BodiesController(IMediator mediator, CurrentSession current) : PlatformController
{
    [HttpGet("/admin/bodies/new")]
    public IActionResult AddScrutinyBody() => current.MayRun<AddScrutinyBody>() ? View(new AddScrutinyBody { Id = Guid.CreateVersion7() }) : NotFound();

    [HttpPost("/admin/bodies/new")]
    public Task<IActionResult> AddScrutinyBody(AddScrutinyBody command) => this.SendFormAsync(
        mediator, command, id => Redirect($"/admin/bodies/{id}"), () => Task.FromResult<IActionResult>(View(command)),
        "The scrutiny body is added. Add its link officers next.");

    [HttpGet("/admin/bodies/{id:guid}")]
    public async Task<IActionResult> ShowScrutinyBody(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new ShowScrutinyBody(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/bodies/{id:guid}/edit")]
    public async Task<IActionResult> ChangeScrutinyBody(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new ShowScrutinyBody(id), cancellationToken) is { } page
            ? View(new ChangeScrutinyBody { Id = page.Id, Version = page.Version, Name = page.Name, ShortName = page.ShortName })
            : NotFound();

    [HttpPost("/admin/bodies/{id:guid}/edit")]
    public Task<IActionResult> ChangeScrutinyBody([FromRoute] Guid id, ChangeScrutinyBody command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command, _ => Redirect($"/admin/bodies/{id}"), () => ChangeAgainAsync(command, cancellationToken), "The scrutiny body is saved.");
    }

    [HttpGet("/admin/bodies/{id:guid}/officers/new")]
    public async Task<IActionResult> AddScrutinyOfficer(Guid id, CancellationToken cancellationToken) =>
        await OfficerFormAsync(new AddScrutinyOfficer { BodyId = id }, cancellationToken);

    [HttpPost("/admin/bodies/{id:guid}/officers/new")]
    public Task<IActionResult> AddScrutinyOfficer([FromRoute] Guid id, AddScrutinyOfficer command, CancellationToken cancellationToken)
    {
        command.BodyId = id;
        return this.SendFormAsync(mediator, command, link => Link(id, link), () => OfficerFormAsync(command, cancellationToken));
    }

    [HttpPost("/admin/bodies/{id:guid}/officers/{officerId:guid}/link")]
    public Task<IActionResult> MakeOfficerLink([FromRoute] Guid id, [FromRoute] Guid officerId, CancellationToken cancellationToken) =>
        this.SendFormAsync(
            mediator, new MakeOfficerLink { BodyId = id, OfficerId = officerId }, link => Link(id, link), () => ShowScrutinyBody(id, cancellationToken));

    [HttpPost("/admin/bodies/{id:guid}/officers/{officerId:guid}/remove")]
    public Task<IActionResult> RemoveScrutinyOfficer([FromRoute] Guid id, [FromRoute] Guid officerId, CancellationToken cancellationToken) =>
        this.SendFormAsync(
            mediator, new RemoveScrutinyOfficer { BodyId = id, OfficerId = officerId }, _ => Redirect($"/admin/bodies/{id}"),
            () => ShowScrutinyBody(id, cancellationToken), "The link officer is removed. To undo it, add them again with the same e-mail address.");

    private ViewResult Link(Guid id, InvitationLink link)
    {
        ViewData["Back"] = $"/admin/bodies/{id}";
        return View("/Features/Shared/InvitationMade.cshtml", link);
    }

    private async Task<IActionResult> OfficerFormAsync(AddScrutinyOfficer command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ShowScrutinyBody(command.BodyId), cancellationToken) is not { } body)
        {
            return NotFound();
        }

        ViewData["Body"] = body.Name;
        return View(nameof(AddScrutinyOfficer), command);
    }

    private async Task<IActionResult> ChangeAgainAsync(ChangeScrutinyBody command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ShowScrutinyBody(command.Id), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (this.TakesNewVersion())
        {
            command.Version = page.Version;
        }

        return View(nameof(ChangeScrutinyBody), command);
    }
}
