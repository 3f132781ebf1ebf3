using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform.Accounts;

/// <summary>Sends a confirmed person the link to choose a new password. It goes to their mailbox and to nobody else.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed record SendAccountLink(Guid Id) : ICommand<bool>;

internal sealed class SendAccountLinkHandler(PortalDbContext database, PasswordResetSender sender, SecurityLog log)
    : IRequestHandler<SendAccountLink, Result<bool>>
{
    public async Task<Result<bool>> Handle(SendAccountLink command, CancellationToken cancellationToken)
    {
        if (await database.Users.FirstOrDefaultAsync(u => u.Id == command.Id, cancellationToken) is not { } user)
        {
            return new Missing();
        }

        if (!PasswordResetSender.MayReset(user))
        {
            return Failure.Field(string.Empty, "You cannot send a link to this account. Enable it first, or send a new invitation");
        }

        sender.Send(user);
        log.Add(SecurityEventKind.PasswordResetAsked, user.Id, "By an administrator");
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
