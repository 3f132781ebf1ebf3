using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>A new e-mail to a first partnership lead or a link officer; the old link no longer works. Answers where to go on.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class SendPlatformInvitationAgain : ICommand<string>
{
    public Guid Id { get; set; }
}

internal sealed class SendPlatformInvitationAgainHandler(PortalDbContext database, InvitationSender sender, CurrentSession current, TimeProvider time)
    : IRequestHandler<SendPlatformInvitationAgain, Result<string>>
{
    public async Task<Result<string>> Handle(SendPlatformInvitationAgain command, CancellationToken cancellationToken)
    {
        if (await PlatformInvitationPlace.FindAsync(database, command.Id, cancellationToken) is not { } invitation)
        {
            return new Missing();
        }

        if (invitation.StateAt(time.GetUtcNow()) is InvitationState.Waiting or InvitationState.Expired)
        {
            await sender.SendAsync(invitation, current.RequiredPerson.UserId, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }

        return PlatformInvitationPlace.Of(invitation);
    }
}
