using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Which e-mails a person gets, and how often.</summary>
[Requires(Permission.SignedIn)]
public sealed record GetNotifications : IQuery<ChangeNotifications>;

internal sealed class GetNotificationsHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<GetNotifications, ChangeNotifications?>
{
    public async Task<ChangeNotifications?> Handle(GetNotifications query, CancellationToken cancellationToken)
    {
        var me = current.RequiredPerson.UserId;
        var chosen = await database.NotificationPreferences.AsNoTracking().Where(p => p.UserId == me)
            .Select(p => new { p.Frequency, p.Digest }).FirstOrDefaultAsync(cancellationToken);
        return new ChangeNotifications
        {
            Frequency = chosen?.Frequency ?? default,
            Digest = chosen?.Digest ?? default,
            IsLinkOfficer = current.RequiredPerson.IsLinkOfficer,
        };
    }
}
