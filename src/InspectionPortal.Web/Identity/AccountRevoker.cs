using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Takes everything from an account: sessions, memberships, responsibilities, officer posts, administration, password and
/// factors. The account is then as if nobody had ever confirmed it; what was written and decided with it stays.
/// </summary>
public sealed class AccountRevoker(IServiceScopeFactory scopes, PartnershipScopes partnerships, TimeProvider time)
{
    /// <summary>
    /// Ends it all. Each partnership has a transaction of its own, behind its own walls; the account follows last, so a failure in
    /// between can be repeated.
    /// </summary>
    /// <param name="userId">Whose account it is.</param>
    /// <param name="command">What it is done for, for the audit.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The numbers of the partnerships that have no partnership lead now.</returns>
    public async Task<IReadOnlyList<int>> RevokeAsync(Guid userId, string command, CancellationToken cancellationToken)
    {
        var leaderless = new List<int>();
        foreach (var partnership in await partnerships.PartnershipsAsync(cancellationToken))
        {
            if (await partnerships.TransactAsync(partnership, null, command, d => RemoveMemberAsync(d, userId, cancellationToken), cancellationToken))
            {
                leaderless.Add(partnership);
            }
        }

        await RevokeOnPlatformAsync(userId, command, cancellationToken);
        return leaderless;
    }

    /// <summary>True where the person was the only partnership lead.</summary>
    private async Task<bool> RemoveMemberAsync(PortalDbContext within, Guid userId, CancellationToken cancellationToken)
    {
        var rows = await within.Memberships.Where(m => m.UserId == userId).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var holding in await within.ResponsibilityHolders
            .Where(h => h.UserId == userId).Where(ResponsibilityHolder.NotEndedOn(today)).ToListAsync(cancellationToken))
        {
            if (holding.From >= today)
            {
                within.Remove(holding);
            }
            else
            {
                holding.Until = today.AddDays(-1);
            }
        }

        foreach (var invitation in await within.Invitations.Where(i => i.UserId == userId && i.AcceptedAt == null && i.WithdrawnAt == null).ToListAsync(cancellationToken))
        {
            invitation.WithdrawnAt = now;
        }

        await DelegationEnding.EndGivenByAsync(within, userId, now, cancellationToken);
        await DelegationEnding.EndHeldByAsync(within, userId, now, cancellationToken);
        within.RemoveRange(rows);
        return rows.Exists(r => r.Role == PartnershipRole.PartnershipLead)
            && !await within.Memberships.AnyAsync(m => m.Role == PartnershipRole.PartnershipLead && m.UserId != userId, cancellationToken);
    }

    private async Task RevokeOnPlatformAsync(Guid userId, string command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ChangeOrigin>().Command = command;
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(
            async token =>
            {
                await RemoveProofsAsync(database, userId, token);
                Reset(await database.Users.FirstAsync(u => u.Id == userId, token));
                return await database.SaveChangesAsync(token);
            },
            cancellationToken);
    }

    private async Task RemoveProofsAsync(PortalDbContext database, Guid userId, CancellationToken cancellationToken)
    {
        database.RemoveRange(await database.LinkOfficers.Where(o => o.UserId == userId).ToListAsync(cancellationToken));
        database.RemoveRange(await database.UserClaims.Where(c => c.UserId == userId).ToListAsync(cancellationToken));
        database.RemoveRange(await database.UserLogins.Where(l => l.UserId == userId).ToListAsync(cancellationToken));
        database.RemoveRange(await database.CalendarFeeds.Where(f => f.UserId == userId).ToListAsync(cancellationToken));
        database.RemoveRange(await database.UserTokens.Where(t => t.UserId == userId).ToListAsync(cancellationToken));
        database.RemoveRange(await database.Set<PortalPasskey>().Where(k => k.UserId == userId).ToListAsync(cancellationToken));
        foreach (var partnership in await database.Partnerships.Where(p => p.FirstLeadUserId == userId).ToListAsync(cancellationToken))
        {
            partnership.FirstLeadUserId = null;
        }

        foreach (var session in await database.UserSessions.Where(s => s.UserId == userId && s.EndedAt == null).ToListAsync(cancellationToken))
        {
            session.EndedAt = time.GetUtcNow();
        }
    }

    private static void Reset(PortalUser user)
    {
        user.PasswordHash = null;
        user.EmailConfirmed = false;
        user.IsPlatformAdministrator = false;
        user.TwoFactorEnabled = false;
        user.SecondFactorRequiredSince = null;
        user.LastTotpStep = null;
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
