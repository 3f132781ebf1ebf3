using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>Takes back the invitation of a first partnership lead or a link officer. Answers where to go on.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class WithdrawPlatformInvitation : ICommand<string>
{
    public Guid Id { get; set; }
}

internal sealed class WithdrawPlatformInvitationHandler(PortalDbContext database, TimeProvider time)
    : IRequestHandler<WithdrawPlatformInvitation, Result<string>>
{
    public async Task<Result<string>> Handle(WithdrawPlatformInvitation command, CancellationToken cancellationToken)
    {
        if (await PlatformInvitationPlace.FindAsync(database, command.Id, cancellationToken) is not { } invitation)
        {
            return new Missing();
        }

        if (invitation.AcceptedAt is null)
        {
            invitation.WithdrawnAt ??= time.GetUtcNow();
            await database.SaveChangesAsync(cancellationToken);
        }

        return PlatformInvitationPlace.Of(invitation);
    }
}
