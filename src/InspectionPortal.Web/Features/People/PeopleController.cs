using InspectionPortal.Domain.People;
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
    public Task<IActionResult> ListMembers(CancellationToken cancellationToken) => MembersAsync(cancellationToken);

    [HttpGet("/people/invite")]
    public Task<IActionResult> InvitePerson(CancellationToken cancellationToken) =>
        InviteFormAsync(new InvitePerson { Id = Guid.CreateVersion7() }, cancellationToken);

    [HttpPost("/people/invite")]
    public Task<IActionResult> InvitePerson(InvitePerson command, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, command, _ => Redirect(Url.Content("~/people#invitations")), () => InviteFormAsync(command, cancellationToken),
        "Invitation sent. They become a member when they accept it.");

    [HttpPost("/people/invitations/{id:guid}/send")]
    public Task<IActionResult> SendInvitationAgain([FromRoute] Guid id, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new SendInvitationAgain { Id = id }, _ => Redirect(Url.Content("~/people#invitations")), () => MembersAsync(cancellationToken),
        "Invitation sent again. The link in the earlier e-mail no longer works.");

    [HttpPost("/people/invitations/{id:guid}/withdraw")]
    public Task<IActionResult> WithdrawInvitation([FromRoute] Guid id, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new WithdrawInvitation { Id = id }, _ => Redirect(Url.Content("~/people")), () => MembersAsync(cancellationToken),
        "Invitation withdrawn. Its link no longer works.");

    [HttpGet("/people/{userId:guid}")]
    public async Task<IActionResult> GetMember(Guid userId, CancellationToken cancellationToken) =>
        await mediator.Send(new GetMember(userId), cancellationToken) is { } page ? View(nameof(GetMember), page) : NotFound();

    [HttpGet("/people/{userId:guid}/roles")]
    public async Task<IActionResult> ChangeMemberRoles(Guid userId, CancellationToken cancellationToken) =>
        await mediator.Send(new GetMember(userId), cancellationToken) is { } page
            ? RolesForm(page, new ChangeMemberRoles { UserId = userId, Version = page.Version, Roles = [.. page.RolesWithAsked], Capacity = page.Capacity })
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
                if (await mediator.Send(new GetMember(userId), cancellationToken) is not { } page)
                {
                    return NotFound();
                }

                command.Version = this.TakesNewVersion() ? page.Version : command.Version;
                return RolesForm(page, command);
            },
            "Roles saved. They apply from the next page this person opens. A new chief officer must first confirm by e-mail.");
    }

    [HttpPost("/people/{userId:guid}/link")]
    public Task<IActionResult> SendMemberLink([FromRoute] Guid userId, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new SendMemberLink { UserId = userId }, _ => Redirect(Url.Content($"~/people/{userId}")), () => GetMember(userId, cancellationToken),
        "New link sent by e-mail");

    [HttpGet("/people/{userId:guid}/remove")]
    public async Task<IActionResult> RemoveMember(Guid userId, CancellationToken cancellationToken) =>
        await mediator.Send(new GetMember(userId), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/people/{userId:guid}/remove")]
    public Task<IActionResult> RemovesMember([FromRoute] Guid userId, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new RemoveMember { UserId = userId }, _ => Redirect(Url.Content(userId == current.Person?.UserId ? "/account" : "~/people")),
        async () => await mediator.Send(new GetMember(userId), cancellationToken) is { } page ? View(nameof(RemoveMember), page) : NotFound(),
        "Person removed. To undo this, invite them again with the same e-mail address.");

    private async Task<IActionResult> MembersAsync(CancellationToken cancellationToken) =>
        await mediator.Send(new ListMembers(), cancellationToken) is { } page ? View(nameof(ListMembers), page) : NotFound();

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
