using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>
/// Shows a link to the platform administrator, to pass on by hand. Only where the installation cannot send e-mail; the audit and
/// the security log say that it was done.
/// </summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class HandOutInvitation : ICommand<HandedOutLink>
{
    public Guid Id { get; set; }
}

internal sealed class HandOutInvitationHandler(
    PortalDbContext database, InvitationSender sender, MailAvailability mail, CurrentSession current, TimeProvider time)
    : IRequestHandler<HandOutInvitation, Result<HandedOutLink>>
{
    public async Task<Result<HandedOutLink>> Handle(HandOutInvitation command, CancellationToken cancellationToken)
    {
        if (mail.CanSend || await database.Invitations.FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken) is not { } invitation)
        {
            return new Missing();
        }

        if (invitation.StateAt(time.GetUtcNow()) is not (InvitationState.Waiting or InvitationState.Expired))
        {
            return Failure.Field(string.Empty, "This invitation was accepted, declined or withdrawn, so it has no link.");
        }

        var link = sender.HandOut(invitation, current.RequiredPerson.UserId);
        await database.SaveChangesAsync(cancellationToken);
        return new HandedOutLink(invitation.Name, invitation.Email, link);
    }
}
