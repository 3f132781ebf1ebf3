using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Feeds;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>
/// Makes the secret address of the person's calendar feed. An address from before no longer works. It opens something without signing
/// in, so it asks for a fresh proof of who the person is.
/// </summary>
[Requires(Permission.SignedIn)]
[AccountCommand]
[ConfirmIdentity]
public sealed record CreateCalendarFeed : ICommand<CalendarFeedCreated>;

internal sealed class CreateCalendarFeedHandler(
    PortalDbContext database, CurrentSession current, PublicAddress address, SecurityLog log, TimeProvider time)
    : IRequestHandler<CreateCalendarFeed, Result<CalendarFeedCreated>>
{
    public async Task<Result<CalendarFeedCreated>> Handle(CreateCalendarFeed command, CancellationToken cancellationToken)
    {
        var person = current.RequiredPerson;
        if (person.Memberships.Count == 0)
        {
            return new Missing();
        }

        var feed = await database.CalendarFeeds.FirstOrDefaultAsync(f => f.UserId == person.UserId, cancellationToken);
        if (feed is null)
        {
            feed = new CalendarFeed { UserId = person.UserId, TokenHash = string.Empty };
            database.Add(feed);
        }

        var secret = InvitationToken.Create();
        feed.TokenHash = InvitationToken.Hash(secret);
        feed.CreatedAt = time.GetUtcNow();
        log.Add(SecurityEventKind.CalendarFeedCreated);
        await database.SaveChangesAsync(cancellationToken);
        return new CalendarFeedCreated(address.For($"/calendar/{secret}.ics"));
    }
}
