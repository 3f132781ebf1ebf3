using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.People;

/// <summary>The members of a partnership.</summary>
public sealed class PeopleController(IMediator mediator, CurrentSession current) : TenantController
{
    [HttpGet("/people")]
    public async Task<IActionResult> ListMembers(CancellationToken cancellationToken) =>
        await mediator.Send(new ListMembers(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/people/invite")]
    public Task<IActionResult> InvitePerson(CancellationToken cancellationToken) =>
        InviteFormAsync(new InvitePerson { Id = Guid.CreateVersion7() }, cancellationToken);

    [HttpPost("/people/invite")]
    public Task<IActionResult> InvitePerson(InvitePerson command, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, command, invited => View("PersonInvited", invited), () => InviteFormAsync(command, cancellationToken));

    [HttpGet("/people/{userId:guid}")]
    public async Task<IActionResult> ShowMember(Guid userId, CancellationToken cancellationToken) =>
        await mediator.Send(new ShowMember(userId), cancellationToken) is { } page ? View(nameof(ShowMember), page) : NotFound();

    [HttpGet("/people/{userId:guid}/roles")]
    public async Task<IActionResult> ChangeMemberRoles(Guid userId, CancellationToken cancellationToken) =>
        await mediator.Send(new ShowMember(userId), cancellationToken) is { } page
            ? RolesForm(page, new ChangeMemberRoles { UserId = userId, Version = page.Version, Roles = [.. page.Roles], Capacity = page.Capacity })
            : NotFound();

    [HttpPost("/people/{userId:guid}/roles")]
    public Task<IActionResult> ChangeMemberRoles([FromRoute] Guid userId, ChangeMemberRoles command, CancellationToken cancellationToken)
    {
        command.UserId = userId;
        var staysHere = userId != current.Person?.UserId || command.Roles.Contains(PartnershipRole.PartnershipLead);
        return this.SendFormAsync(
            mediator, command, _ => Redirect(Url.Content(staysHere ? $"~/people/{userId}" : "~/")),
            async () =>
            {
                if (await mediator.Send(new ShowMember(userId), cancellationToken) is not { } page)
                {
                    return NotFound();
                }

                command.Version = this.TakesNewVersion() ? page.Version : command.Version;
                return RolesForm(page, command);
            },
            "The roles are saved. They hold from the next page that this person opens.");
    }

    [HttpPost("/people/{userId:guid}/link")]
    public Task<IActionResult> MakeMemberLink([FromRoute] Guid userId, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new MakeMemberLink { UserId = userId },
        link =>
        {
            ViewData["Place"] = "people";
            ViewData["Back"] = Url.Content($"~/people/{userId}");
            return View("/Features/Shared/InvitationMade.cshtml", link);
        },
        () => ShowMember(userId, cancellationToken));

    [HttpGet("/people/{userId:guid}/remove")]
    public async Task<IActionResult> RemoveMember(Guid userId, CancellationToken cancellationToken) =>
        await mediator.Send(new ShowMember(userId), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/people/{userId:guid}/remove")]
    public Task<IActionResult> RemovesMember([FromRoute] Guid userId, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new RemoveMember { UserId = userId }, _ => Redirect(Url.Content(userId == current.Person?.UserId ? "/account" : "~/people")),
        async () => await mediator.Send(new ShowMember(userId), cancellationToken) is { } page ? View(nameof(RemoveMember), page) : NotFound(),
        "The person is removed. To undo it, invite them again with the same e-mail address.");

    private async Task<IActionResult> InviteFormAsync(InvitePerson command, CancellationToken cancellationToken)
    {
        ViewData["Responsibilities"] = (await mediator.Send(new ListResponsibilityChoices(), cancellationToken))!.All;
        return View(nameof(InvitePerson), command);
    }

    private ViewResult RolesForm(MemberPage page, ChangeMemberRoles command)
    {
        ViewData["Member"] = page.Name;
        return View(nameof(ChangeMemberRoles), command);
    }
}
