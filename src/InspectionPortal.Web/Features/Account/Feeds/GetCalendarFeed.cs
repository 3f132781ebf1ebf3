using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>
/// A calendar app asks for the dates behind a secret address. Nobody is signed in: the secret says whose dates they are, and accounts and
/// memberships are read anew. Null for an address that opens nothing, whatever the reason.
/// </summary>
[Requires(Permission.Anyone)]
public sealed record GetCalendarFeed(string Secret) : IQuery<CalendarFeedAnswer>;

internal sealed class GetCalendarFeedHandler(
    PortalDbContext database, CalendarFeedLimiter limiter, CalendarFeedReader reader, TimeProvider time)
    : IRequestHandler<GetCalendarFeed, CalendarFeedAnswer?>
{
    public async Task<CalendarFeedAnswer?> Handle(GetCalendarFeed query, CancellationToken cancellationToken)
    {
        // The database looks for the hash of 256 random bits, so its time tells nothing about a secret; what is found is compared in
        // constant time.
        var hash = InvitationToken.Hash(query.Secret);
        var feed = await database.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.TokenHash == hash, cancellationToken);
        if (feed is null || !InvitationToken.Fits(query.Secret, feed.TokenHash)
            || !await database.Users.AnyAsync(u => u.Id == feed.UserId && !u.IsDisabled && u.EmailConfirmed, cancellationToken))
        {
            return null;
        }

        if (limiter.RetryAfter(feed.Id) is { } wait)
        {
            return CalendarFeedAnswer.TooMany(wait);
        }

        var entries = await reader.ReadAsync(feed.UserId, cancellationToken);
        return CalendarFeedAnswer.Of(CalendarWriter.Write(entries, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
    }
}
