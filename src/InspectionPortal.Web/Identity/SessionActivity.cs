using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Keeps when a session was last used, to the minute: most requests write nothing. It works on a connection of its own, and a
/// request is never refused because it could not be written down.
/// </summary>
public sealed class SessionActivity(IServiceScopeFactory scopes, TimeProvider time, ILogger<SessionActivity> logger)
{
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>Writes that the session is in use, where the last time that was written is a minute old.</summary>
    public async Task TouchAsync(SessionProof proof, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - proof.LastSeenAt < Step)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var before = now - Step;

            // Of many requests at once one writes; the others find the row taken and go on.
            await database.Database.ExecuteSqlAsync(
                $"""
                update user_sessions set last_seen_at = {now}
                where id in (select id from user_sessions
                    where id = {proof.SessionId} and ended_at is null and last_seen_at <= {before} for update skip locked)
                """,
                cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The browser went away; so does the note that it was here.
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The last use of a session could not be written");
        }
    }
}
