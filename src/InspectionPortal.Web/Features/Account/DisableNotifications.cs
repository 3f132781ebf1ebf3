using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Stops the e-mails of the person whose link it is, without signing in. The link is the proof, and can do nothing else.</summary>
[Requires(Permission.Anyone)]
[AccountCommand]
public sealed record DisableNotifications(string? Token) : ICommand<bool>;

internal sealed class DisableNotificationsHandler(PortalDbContext database, UnsubscribeLinks links)
    : IRequestHandler<DisableNotifications, Result<bool>>
{
    public async Task<Result<bool>> Handle(DisableNotifications command, CancellationToken cancellationToken)
    {
        if (links.Read(command.Token) is not { } user || !await database.Users.AnyAsync(u => u.Id == user, cancellationToken))
        {
            return new Missing();
        }

        await NotificationChoices.SetAsync(database, user, NotificationFrequency.Never, DigestFrequency.Never, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
