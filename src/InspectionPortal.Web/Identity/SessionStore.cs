using System.Linq.Expressions;
using System.Security.Claims;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.PageCaching;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Starts and ends sessions. A session is a row here and a cookie that names it; without the row the cookie opens nothing.
/// </summary>
public sealed class SessionStore(
    PortalDbContext database, SignInManager<PortalUser> signIn, IHttpContextAccessor http, SecurityLog log, IOptions<SessionLimits> options,
    TimeProvider time)
{
    /// <summary>The claim of the cookie that names the session.</summary>
    public const string ClaimType = "portal:session";

    /// <summary>Starts a session of this person in this browser. Whatever session the browser had ends.</summary>
    /// <param name="user">Who proved who they are.</param>
    /// <param name="factor">How they proved it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<UserSession> StartAsync(PortalUser user, SignInFactor factor, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimType), out var earlier))
        {
            await EndAsync(s => s.Id == earlier, cancellationToken);
        }

        var now = time.GetUtcNow();
        var browser = http.HttpContext?.Request.Headers.UserAgent.ToString();
        var session = new UserSession
        {
            UserId = user.Id,
            StartedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + options.Value.AbsoluteLimit,
            ConfirmedAt = now,
            Factor = factor,
            Browser = browser is null ? null : EnglishText.Truncate(browser, UserSession.BrowserMaxLength),
        };
        database.Add(session);
        log.Add(SecurityEventKind.SignedIn, user.Id, factor.ToString());
        await database.SaveChangesAsync(cancellationToken);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(ClaimType, session.Id.ToString())]);
        return session;
    }

    /// <summary>
    /// Starts a session in place of the one that this request belongs to. It ends when that one would have ended, and where the
    /// person has a second step it proves no more than that one did: a password alone is not a fresh proof.
    /// </summary>
    /// <param name="user">Whose session goes on.</param>
    /// <param name="proof">The session that it goes on from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ContinueAsync(PortalUser user, SessionProof proof, CancellationToken cancellationToken)
    {
        var earlier = await database.UserSessions.SingleAsync(s => s.Id == proof.SessionId, cancellationToken);
        var session = await StartAsync(user, proof.Factor, cancellationToken);
        session.ExpiresAt = earlier.ExpiresAt;
        session.ConfirmedAt = user.TwoFactorEnabled ? earlier.ConfirmedAt : session.ConfirmedAt;
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Ends this browser's session: on the server, and the cookie.</summary>
    public async Task EndAsync(Guid? sessionId, CancellationToken cancellationToken)
    {
        await EndAsync(s => s.Id == sessionId, cancellationToken);
        await signIn.SignOutAsync();

        if (http.HttpContext is not { } context)
        {
            return;
        }

        if (context.RequestServices.GetRequiredService<IOptions<PageCacheOptions>>().Value.BrowsersKeepPages)
        {
            // Whoever uses the browser next must not find pages in its cache.
            context.Response.Headers.Append("Clear-Site-Data", "\"cache\"");
        }
    }

    /// <summary>Ends a session of another browser, which finds out at its next request.</summary>
    public Task EndOtherAsync(Guid sessionId, CancellationToken cancellationToken) => EndAsync(s => s.Id == sessionId, cancellationToken);

    /// <summary>Ends every session of that person, but for the one that stays.</summary>
    public Task EndAllAsync(Guid userId, Guid? except, CancellationToken cancellationToken) =>
        EndAsync(s => s.UserId == userId && s.Id != except, cancellationToken);

    private async Task EndAsync(Expression<Func<UserSession, bool>> which, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var session in await database.UserSessions.Where(which).Where(s => s.EndedAt == null).ToListAsync(cancellationToken))
        {
            session.EndedAt = now;
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}
