using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>
/// A new link for a member, to their own mailbox: to choose a new password, or to accept an invitation where the account was
/// never confirmed.
/// </summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class SendMemberLink : ICommand<bool>
{
    public Guid UserId { get; set; }
}

internal sealed class SendMemberLinkHandler(
    PortalDbContext database, InvitationSender sender, PasswordLinkSender passwords, CurrentSession current, PartnershipTime time)
    : IRequestHandler<SendMemberLink, Result<bool>>
{
    public async Task<Result<bool>> Handle(SendMemberLink command, CancellationToken cancellationToken)
    {
        var roles = await database.Memberships.Include(m => m.User).Where(m => m.UserId == command.UserId).ToListAsync(cancellationToken);
        if (roles.Count == 0)
        {
            return new Missing();
        }

        var user = roles[0].User!;
        if (!await sender.MaySendAsync(current.RequiredTenant.Partnership.Id, cancellationToken))
        {
            return Failure.Field(string.Empty, InvitationSender.LimitMessage);
        }

        if (user.EmailConfirmed)
        {
            if (passwords.Send(user) is { } refusal)
            {
                return refusal;
            }
        }
        else
        {
            await InviteAsync(user, roles, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task InviteAsync(PortalUser user, List<Membership> roles, CancellationToken cancellationToken)
    {
        var invitation = await database.Invitations.FirstOrDefaultAsync(
            i => i.NormalizedEmail == user.NormalizedEmail && i.AcceptedAt == null && i.WithdrawnAt == null && i.DeclinedAt == null, cancellationToken);
        if (invitation is null)
        {
            invitation = Invitation.To(user.DisplayName, user.Email!, InvitationKind.Member);
            invitation.PartnershipId = current.RequiredTenant.Partnership.Id;
            invitation.Roles = [.. roles.Select(r => r.Role).Order()];
            invitation.Capacity = roles.Select(r => r.Capacity).FirstOrDefault(c => c is not null);
            invitation.Responsibilities = await database.ResponsibilityHolders
                .Where(h => h.UserId == user.Id).Where(ResponsibilityHolder.NotEndedOn(time.Today)).Select(h => h.LeadResponsibilityId).Distinct().ToListAsync(cancellationToken);
            database.Add(invitation);
        }

        await sender.SendAsync(invitation, current.RequiredPerson.UserId, cancellationToken);
    }
}
