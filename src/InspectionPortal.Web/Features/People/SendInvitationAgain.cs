using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>A new e-mail with a new link; the old link no longer works. Whoever sends it answers for the invitation from now on.</summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class SendInvitationAgain : ICommand<bool>
{
    public Guid Id { get; set; }
}

internal sealed class SendInvitationAgainHandler(PortalDbContext database, InvitationSender sender, CurrentSession current, TimeProvider time)
    : IRequestHandler<SendInvitationAgain, Result<bool>>
{
    public async Task<Result<bool>> Handle(SendInvitationAgain command, CancellationToken cancellationToken)
    {
        if (await database.Invitations.FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken) is not { } invitation)
        {
            return new Missing();
        }

        if (invitation.StateAt(time.GetUtcNow()) is not (InvitationState.Waiting or InvitationState.Expired))
        {
            return Failure.Field(string.Empty, "This invitation was accepted, declined or withdrawn, so it was not sent again.");
        }

        // The platform administrator's invitation stays theirs: a lead can send it again but not change who answers for it.
        if (invitation.Kind == InvitationKind.FirstLead)
        {
            return Failure.Field(string.Empty, "The platform administrator sent this invitation. Ask them to send it again.");
        }

        if (!await sender.MaySendAsync(current.RequiredTenant.Partnership.Id, cancellationToken))
        {
            return Failure.Field(string.Empty, InvitationSender.LimitMessage);
        }

        await sender.SendAsync(invitation, current.RequiredPerson.UserId, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
