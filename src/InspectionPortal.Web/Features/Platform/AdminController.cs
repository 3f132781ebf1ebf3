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
    public async Task<IActionResult> GetPlatform(GetPlatform query, CancellationToken cancellationToken) =>
        await mediator.Send(query, cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/partnerships/new")]
    public IActionResult AddPartnership() => current.MayRun<AddPartnership>() ? View(new AddPartnership()) : NotFound();

    [HttpPost("/admin/partnerships/new")]
    public Task<IActionResult> AddPartnership(AddPartnership command) =>
        this.SendFormAsync(
            mediator, command, added => Redirect($"/admin/partnerships/{added.Id}"), () => Task.FromResult<IActionResult>(View(command)),
            "Partnership added. Its first partnership lead can sign in when they accept the invitation.");

    [HttpGet("/admin/partnerships/{id}")]
    public async Task<IActionResult> GetPartnership(int id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetPartnership(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/partnerships/{id}/edit")]
    public async Task<IActionResult> EditPartnership(int id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetPartnership(id), cancellationToken) is { } page
            ? View(new EditPartnership
            {
                Id = page.Partnership.Id,
                Version = page.Partnership.Version,
                Name = page.Partnership.Name,
                Kind = page.Partnership.Kind,
                TimeZone = page.Partnership.TimeZone,
                Quorum = page.Partnership.Quorum,
                LeadMayApprove = page.Partnership.LeadMayApprove,
            })
            : NotFound();

    [HttpPost("/admin/partnerships/{id}/edit")]
    public Task<IActionResult> EditPartnership([FromRoute] int id, EditPartnership command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command, _ => Redirect($"/admin/partnerships/{id}"), () => ChangeAgainAsync(command, cancellationToken), "Partnership saved");
    }

    [HttpPost("/admin/partnerships/{id}/state")]
    public Task<IActionResult> ChangePartnershipState([FromRoute] int id, ChangePartnershipState command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command,
            state =>
            {
                TempData["Done"] = PartnershipLabels.Now(state);
                return Redirect($"/admin/partnerships/{id}");
            },
            async () => await mediator.Send(new GetPartnership(id), cancellationToken) is { } page ? View(nameof(GetPartnership), page) : NotFound());
    }

    [HttpPost("/admin/partnerships/{id}/link")]
    public Task<IActionResult> SendFirstLeadLink([FromRoute] int id, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new SendFirstLeadLink { Id = id }, _ => Redirect($"/admin/partnerships/{id}"), () => GetPartnership(id, cancellationToken),
        "New link sent by e-mail");

    [HttpGet("/admin/partnerships/{id}/lead")]
    public Task<IActionResult> InviteFirstLead(int id, CancellationToken cancellationToken) =>
        LeadFormAsync(new InviteFirstLead { Id = id }, cancellationToken);

    [HttpPost("/admin/partnerships/{id}/lead")]
    public Task<IActionResult> InviteFirstLead([FromRoute] int id, InviteFirstLead command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return this.SendFormAsync(
            mediator, command, _ => Redirect($"/admin/partnerships/{id}"), () => LeadFormAsync(command, cancellationToken), "Invitation sent");
    }

    private async Task<IActionResult> LeadFormAsync(InviteFirstLead command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetPartnership(command.Id), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        ViewData["Partnership"] = page.Partnership.Name;
        return View(nameof(InviteFirstLead), command);
    }

    private async Task<IActionResult> ChangeAgainAsync(EditPartnership command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetPartnership(command.Id), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (this.TakesNewVersion())
        {
            command.Version = page.Partnership.Version;
        }

        return View(nameof(EditPartnership), command);
    }
}
