using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>Ends the person's calendar feed: its address no longer works. One that is gone already is no mistake.</summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
public sealed record RevokeCalendarFeed : ICommand<bool>;

internal sealed class RevokeCalendarFeedHandler(PortalDbContext database, CurrentSession current, SecurityLog log)
    : IRequestHandler<RevokeCalendarFeed, Result<bool>>
{
    public async Task<Result<bool>> Handle(RevokeCalendarFeed command, CancellationToken cancellationToken)
    {
        var own = current.RequiredPerson.UserId;
        if (await database.CalendarFeeds.FirstOrDefaultAsync(f => f.UserId == own, cancellationToken) is { } feed)
        {
            database.Remove(feed);
            log.Add(SecurityEventKind.CalendarFeedRevoked);
            await database.SaveChangesAsync(cancellationToken);
        }

        return true;
    }
}
