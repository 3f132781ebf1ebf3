using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>
/// A new link to a link officer's mailbox: to choose a new password, or to accept an invitation where the account was never
/// confirmed.
/// </summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class SendOfficerLink : ICommand<bool>
{
    public Guid BodyId { get; set; }
    public Guid OfficerId { get; set; }
}

internal sealed class SendOfficerLinkHandler(
    PortalDbContext database, PasswordLinkSender passwords, InvitationSender sender, CurrentSession current)
    : IRequestHandler<SendOfficerLink, Result<bool>>
{
    public async Task<Result<bool>> Handle(SendOfficerLink command, CancellationToken cancellationToken)
    {
        var user = await database.LinkOfficers.Where(o => o.Id == command.OfficerId && o.BodyId == command.BodyId)
            .Select(o => o.User).FirstOrDefaultAsync(cancellationToken);
        if (user is null)
        {
            return new Missing();
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
            var invitation = await OfficerInvitation.FindOpenAsync(database, command.BodyId, user.Email!, cancellationToken);
            if (invitation is null)
            {
                invitation = OfficerInvitation.New(command.BodyId, user.DisplayName, user.Email!);
                database.Add(invitation);
            }

            await sender.SendAsync(invitation, current.RequiredPerson.UserId, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
