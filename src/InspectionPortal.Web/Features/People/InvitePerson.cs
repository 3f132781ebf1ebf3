using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>
/// Asks someone to become a member. They are one when they accept from their own mailbox. Whether the address has an account is
/// not looked up: the work and the answer are the same.
/// </summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class InvitePerson : ICommand<bool>, IRolesForm
{
    /// <summary>Made with the form, so that the same form sent twice invites once.</summary>
    public Guid Id { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public List<PartnershipRole> Roles { get; set; } = [];
    public string? Capacity { get; set; }
    public List<Guid> Responsibilities { get; set; } = [];
}

internal sealed class InvitePersonValidator : RolesRules<InvitePerson>
{
    public InvitePersonValidator(CurrentSession current)
        : base(current)
    {
        RuleFor(c => c.Name).IsAPersonsName();
        RuleFor(c => c.Email).IsAnEmailAddress();
    }
}

internal sealed class InvitePersonHandler(PortalDbContext database, InvitationSender sender, CurrentSession current)
    : IRequestHandler<InvitePerson, Result<bool>>
{
    public async Task<Result<bool>> Handle(InvitePerson command, CancellationToken cancellationToken)
    {
        if (await database.Invitations.AnyAsync(i => i.Id == command.Id, cancellationToken))
        {
            return true;
        }

        if (await RefusalAsync(command, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var invitation = Invitation.To(command.Name!, command.Email!, InvitationKind.Member);
        invitation.Id = command.Id == Guid.Empty ? invitation.Id : command.Id;
        invitation.PartnershipId = current.RequiredTenant.Partnership.Id;
        invitation.Roles = [.. command.Roles.Distinct().Order()];
        invitation.Capacity = command.Roles.Contains(PartnershipRole.ChiefOfficer) ? command.Capacity : null;
        invitation.Responsibilities = [.. command.Responsibilities.Distinct()];
        database.Add(invitation);
        await sender.SendAsync(invitation, current.RequiredPerson.UserId, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<Failure?> RefusalAsync(InvitePerson command, CancellationToken cancellationToken)
    {
        var known = await database.LeadResponsibilities.CountAsync(r => command.Responsibilities.Contains(r.Id), cancellationToken);
        if (known != command.Responsibilities.Distinct().Count())
        {
            return Failure.Field(nameof(InvitePerson.Responsibilities), "Choose responsibilities from the list");
        }

        var email = Invitation.Normalize(command.Email!);
        if (await database.Memberships.AnyAsync(m => m.User!.NormalizedEmail == email && m.User.EmailConfirmed, cancellationToken))
        {
            return Failure.Field(nameof(InvitePerson.Email), "This person is already a member. To change their roles, open their page under People");
        }

        if (await database.Invitations.AnyAsync(i => i.NormalizedEmail == email && i.Id != command.Id && i.AcceptedAt == null && i.WithdrawnAt == null && i.DeclinedAt == null, cancellationToken))
        {
            return Failure.Field(nameof(InvitePerson.Email), "This e-mail address already has an invitation. Send it again or withdraw it under People");
        }

        return await sender.MaySendAsync(current.RequiredTenant.Partnership.Id, cancellationToken)
            ? null
            : Failure.Field(string.Empty, InvitationSender.LimitMessage);
    }
}
