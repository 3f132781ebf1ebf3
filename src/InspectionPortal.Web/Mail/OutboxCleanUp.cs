using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Mail;

/// <summary>
/// At night: parks what has waited so long that its links are dead, and forgets what is older than a month. Messages carry
/// links that let people in, so they are not kept for longer than they are of use.
/// </summary>
public sealed class OutboxCleanUp(IServiceScopeFactory scopes, DevelopmentMailbox mailbox, TimeProvider time)
{
    /// <summary>How long the row of a message stays after it was written.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const string TooLate = "It was not sent within 7 days, so its links no longer work.";

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    public async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (stale, old) = (now - LongestWait, now - Kept);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(
            async token =>
            {
                await database.Database.ExecuteSqlAsync($"delete from outbox_messages where created_at < {old}", token);
                return await database.Database.ExecuteSqlAsync(
                    $"update outbox_messages set last_failure = case state when 'Waiting' then {TooLate} else last_failure end, state = 'Parked', claim_id = null, text = '', html = '' where state in ('Waiting', 'Parked') and text <> '' and created_at < {stale}",
                    token);
            },
            cancellationToken);
        mailbox.RemoveBefore(old);
    }
}
