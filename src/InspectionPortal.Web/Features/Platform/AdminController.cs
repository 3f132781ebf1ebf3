using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>The platform administrator's pages about partnerships.</summary>
public sealed class AdminController(IMediator mediator, CurrentSession current) : PlatformController
{
    [HttpGet("/admin")]
    public async Task<IActionResult> ShowPlatform(CancellationToken cancellationToken) =>
        await mediator.Send(new ShowPlatform(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/partnerships/new")]
    public IActionResult AddPartnership() => current.MayRun<AddPartnership>() ? View(new AddPartnership()) : NotFound();

    [HttpPost("/admin/partnerships/new")]
    public Task<IActionResult> AddPartnership(AddPartnership command) =>
        this.SendFormAsync(mediator, command, added => View("PartnershipAdded", added), () => Task.FromResult<IActionResult>(View(command)));

    [HttpGet("/admin/partnerships/{id}")]
    public async Task<IActionResult> ShowPartnership(int id, CancellationToken cancellationToken) =>
        await mediator.Send(new ShowPartnership(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/partnerships/{id}/edit")]
    public async Task<IActionResult> ChangePartnership(int id, CancellationToken cancellationToken) =>
        await mediator.Send(new ShowPartnership(id), cancellationToken) is { } page
            ? View(new ChangePartnership
            {
                Id = page.Id,
                Version = page.Version,
                Name = page.Name,
                Kind = page.Kind,
                TimeZone = page.TimeZone,
                Quorum = page.Quorum,
            })
            : NotFound();

    [HttpPost("/admin/partnerships/{id}/edit")]
    public Task<IActionResult> ChangePartnership([FromRoute] int id, ChangePartnership command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command, _ => Redirect($"/admin/partnerships/{id}"), () => ChangeAgainAsync(command, cancellationToken), "The partnership is saved.");
    }

    [HttpPost("/admin/partnerships/{id}/state")]
    public Task<IActionResult> ChangePartnershipState([FromRoute] int id, ChangePartnershipState command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command,
            state =>
            {
                TempData["Done"] = PartnershipWords.Now(state);
                return Redirect($"/admin/partnerships/{id}");
            },
            async () => await mediator.Send(new ShowPartnership(id), cancellationToken) is { } page ? View(nameof(ShowPartnership), page) : NotFound());
    }

    [HttpPost("/admin/partnerships/{id}/link")]
    public async Task<IActionResult> MakeFirstLeadLink([FromRoute] int id, CancellationToken cancellationToken) =>
        await this.SendFormAsync(
            mediator, new MakeFirstLeadLink { Id = id },
            link =>
            {
                ViewData["Back"] = $"/admin/partnerships/{id}";
                return View("/Features/Shared/InvitationMade.cshtml", link);
            },
            () => ShowPartnership(id, cancellationToken));

    private async Task<IActionResult> ChangeAgainAsync(ChangePartnership command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ShowPartnership(command.Id), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (this.TakesNewVersion())
        {
            command.Version = page.Version;
        }

        return View(nameof(ChangePartnership), command);
    }
}
