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
    public IActionResult AddScrutinyBody() =>
        current.MayRun<AddScrutinyBody>() ? View(new AddScrutinyBody { Id = Guid.CreateVersion7() }) : NotFound();

    [HttpPost("/admin/bodies/new")]
    public Task<IActionResult> AddScrutinyBody(AddScrutinyBody command) => this.SendFormAsync(
        mediator, command, id => Redirect($"/admin/bodies/{id}"), () => Task.FromResult<IActionResult>(View(command)),
        "Scrutiny body added. Next, add its link officers.");

    [HttpGet("/admin/bodies/{id:guid}")]
    public async Task<IActionResult> GetScrutinyBody(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetScrutinyBody(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/bodies/{id:guid}/edit")]
    public async Task<IActionResult> EditScrutinyBody(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetScrutinyBody(id), cancellationToken) is { } page
            ? View(new EditScrutinyBody
            {
                Id = page.Id,
                Version = page.Version,
                Name = page.Name,
                ShortName = page.ShortName,
                OfficerTitle = page.OfficerTitle,
            })
            : NotFound();

    [HttpPost("/admin/bodies/{id:guid}/edit")]
    public Task<IActionResult> EditScrutinyBody([FromRoute] Guid id, EditScrutinyBody command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command, _ => Redirect($"/admin/bodies/{id}"), () => ChangeAgainAsync(command, cancellationToken), "Scrutiny body saved");
    }

    [HttpGet("/admin/bodies/{id:guid}/officers/new")]
    public async Task<IActionResult> AddLinkOfficer(Guid id, CancellationToken cancellationToken) =>
        await OfficerFormAsync(new AddLinkOfficer { BodyId = id }, cancellationToken);

    [HttpPost("/admin/bodies/{id:guid}/officers/new")]
    public Task<IActionResult> AddLinkOfficer([FromRoute] Guid id, AddLinkOfficer command, CancellationToken cancellationToken)
    {
        command.BodyId = id;
        return this.SendFormAsync(
            mediator, command, _ => Redirect($"/admin/bodies/{id}"), () => OfficerFormAsync(command, cancellationToken),
            "Invitation sent. They become a link officer when they accept it.");
    }

    [HttpPost("/admin/bodies/{id:guid}/officers/{officerId:guid}/link")]
    public Task<IActionResult> SendOfficerLink([FromRoute] Guid id, [FromRoute] Guid officerId, CancellationToken cancellationToken) =>
        this.SendFormAsync(
            mediator, new SendOfficerLink { BodyId = id, OfficerId = officerId }, _ => Redirect($"/admin/bodies/{id}"),
            () => GetScrutinyBody(id, cancellationToken), "New link sent by e-mail");

    [HttpPost("/admin/bodies/{id:guid}/officers/{officerId:guid}/remove")]
    public Task<IActionResult> RemoveLinkOfficer([FromRoute] Guid id, [FromRoute] Guid officerId, CancellationToken cancellationToken) =>
        this.SendFormAsync(
            mediator, new RemoveLinkOfficer { BodyId = id, OfficerId = officerId }, _ => Redirect($"/admin/bodies/{id}"),
            () => GetScrutinyBody(id, cancellationToken), "Link officer removed. To undo this, add them again with the same e-mail address.");

    [HttpPost("/admin/bodies/{id:guid}/officers/{officerId:guid}/administrator")]
    public Task<IActionResult> ChangeBodyAdministrator(
        [FromRoute] Guid id, [FromRoute] Guid officerId, bool isAdministrator, CancellationToken cancellationToken) => this.SendFormAsync(
            mediator, new ChangeBodyAdministrator { BodyId = id, OfficerId = officerId, IsAdministrator = isAdministrator },
            _ => Redirect($"/admin/bodies/{id}"), () => GetScrutinyBody(id, cancellationToken),
            isAdministrator ? "They can now add and remove the officers of the body" : "They no longer add and remove officers");

    private async Task<IActionResult> OfficerFormAsync(AddLinkOfficer command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetScrutinyBody(command.BodyId), cancellationToken) is not { } body)
        {
            return NotFound();
        }

        ViewData["Body"] = body.Name;
        return View(nameof(AddLinkOfficer), command);
    }

    private async Task<IActionResult> ChangeAgainAsync(EditScrutinyBody command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetScrutinyBody(command.Id), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (this.TakesNewVersion())
        {
            command.Version = page.Version;
        }

        return View(nameof(EditScrutinyBody), command);
    }
}
