using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Who am I here, what may I do where, and where am I signed in?</summary>
[Requires(Permission.SignedIn)]
public sealed record GetAccount : IQuery<AccountPage>;

internal sealed class GetAccountHandler(PortalDbContext database, CurrentSession current, IOptions<SessionLimits> options, TimeProvider time)
    : IRequestHandler<GetAccount, AccountPage?>
{
    public async Task<AccountPage?> Handle(GetAccount query, CancellationToken cancellationToken)
    {
        var person = current.RequiredPerson;
        return new AccountPage(
            person.DisplayName,
            person.Email,
            person.IsPlatformAdministrator,
            [.. person.Memberships.Select(m => new AccountMembership(
                m.Partnership.Name, $"/{m.Partnership.Slug}", [.. m.Roles.Order().Select(RoleLabels.Name)], m.Capacity))],
            [.. person.Bodies.Select(b => b.Name).Order(StringComparer.CurrentCulture)],
            await SessionsAsync(person, cancellationToken))
        {
            FeedCreatedAt = await database.CalendarFeeds.AsNoTracking().Where(f => f.UserId == person.UserId)
                .Select(f => (DateTimeOffset?)f.CreatedAt).FirstOrDefaultAsync(cancellationToken),
        };
    }

    private async Task<List<AccountSession>> SessionsAsync(PortalSession person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var usedSince = now - options.Value.IdleLimitFor(person.IsPlatformAdministrator || person.IsLinkOfficer);
        var sessions = await database.UserSessions.AsNoTracking()
            .Where(s => s.UserId == person.UserId && s.EndedAt == null && s.ExpiresAt > now && s.LastSeenAt > usedSince)
            .OrderByDescending(s => s.LastSeenAt).ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
        return [.. sessions.Select(s => new AccountSession(
            s.Id, BrowserName.Of(s.Browser), s.StartedAt, s.LastSeenAt, s.Id == person.Proof.SessionId))];
    }
}
