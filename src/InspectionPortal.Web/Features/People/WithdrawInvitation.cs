using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>Takes an invitation back: its link no longer works. Withdrawing it twice changes nothing.</summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class WithdrawInvitation : ICommand<bool>
{
    public Guid Id { get; set; }
}

internal sealed class WithdrawInvitationHandler(PortalDbContext database, TimeProvider time) : IRequestHandler<WithdrawInvitation, Result<bool>>
{
    public async Task<Result<bool>> Handle(WithdrawInvitation command, CancellationToken cancellationToken)
    {
        if (await database.Invitations.FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken) is not { } invitation)
        {
            return new Missing();
        }

        if (invitation.AcceptedAt is not null)
        {
            return Failure.Field(string.Empty, "The person accepted the invitation before you withdrew it. If they should not be a member, remove them under People.");
        }

        invitation.WithdrawnAt ??= time.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
