using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Mail;

/// <summary>
/// Takes messages from the outbox and notes what came of them, each in a short transaction on the platform. A message is
/// claimed before anything is sent, so that no two nodes send it; a claim that runs out is anybody's.
/// </summary>
public sealed class OutboxClaims(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Claims the message that has been due longest, or null where none is due.</summary>
    public Task<OutboxMessage?> TakeAsync(CancellationToken cancellationToken) => TransactAsync<OutboxMessage?>(
        async database =>
        {
            var now = time.GetUtcNow();
            var due = await database.OutboxMessages
                .FromSql($"select * from outbox_messages where state = 'Waiting' and next_attempt_at <= {now} order by next_attempt_at, id limit 1 for update skip locked")
                .ToListAsync(cancellationToken);
            if (due is not [var message])
            {
                return null;
            }

            message.ClaimId = Guid.CreateVersion7();
            message.Attempts++;
            message.NextAttemptAt = now + RetrySchedule.Lease;
            return message;
        },
        cancellationToken);

    /// <summary>The server took it: nobody sends it again, whoever holds the claim by now, and its text is no longer kept.</summary>
    public Task<bool> MarkSentAsync(OutboxMessage claimed) => ChangeAsync(
        claimed, evenIfLost: true,
        row =>
        {
            row.State = OutboxState.Sent;
            row.SentAt = time.GetUtcNow();
            row.LastFailure = null;
            row.Text = string.Empty;
            row.Html = string.Empty;
        });

    /// <summary>It waits for its next attempt, or is parked where it had the last.</summary>
    /// <param name="claimed">The message as it was claimed.</param>
    /// <param name="reason">Why it did not go out.</param>
    /// <param name="isUnknown">True where the server may have it nevertheless.</param>
    public Task<bool> MarkLaterAsync(OutboxMessage claimed, string? reason, bool isUnknown) => claimed.Attempts >= RetrySchedule.MostAttempts
        ? MarkParkedAsync(claimed, $"Tried {claimed.Attempts} times. Last error: {reason}")
        : ChangeAsync(
            claimed, evenIfLost: false,
            row =>
            {
                row.LastFailure = Short(reason);
                row.NextAttemptAt = time.GetUtcNow() + RetrySchedule.After(row.Attempts, isUnknown);
            });

    /// <summary>It is not tried again until an administrator says so.</summary>
    public Task<bool> MarkParkedAsync(OutboxMessage claimed, string? reason) => ChangeAsync(
        claimed, evenIfLost: false,
        row =>
        {
            row.State = OutboxState.Parked;
            row.LastFailure = Short(reason);
        });

    /// <summary>Nothing was tried: the message is due as before.</summary>
    public Task<bool> GiveBackAsync(OutboxMessage claimed) => ChangeAsync(
        claimed, evenIfLost: false,
        row =>
        {
            row.Attempts--;
            row.NextAttemptAt = time.GetUtcNow();
        });

    private static string? Short(string? reason) => reason is null ? null : MailText.OneLine(reason, OutboxMessage.FailureMaxLength);

    /// <summary>Never stopped half way: what the server took must be noted even while the portal stops.</summary>
    private Task<bool> ChangeAsync(OutboxMessage claimed, bool evenIfLost, Action<OutboxMessage> change) => TransactAsync(
        async database =>
        {
            var rows = await database.OutboxMessages.FromSql($"select * from outbox_messages where id = {claimed.Id} for update").ToListAsync(CancellationToken.None);
            if (rows is not [{ State: not OutboxState.Sent } row] || !(evenIfLost || row.ClaimId == claimed.ClaimId))
            {
                return false;
            }

            change(row);
            row.ClaimId = null;
            return true;
        },
        CancellationToken.None);

    private async Task<T> TransactAsync<T>(Func<PortalDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(
            async token =>
            {
                var result = await work(database);
                await database.SaveChangesAsync(token);
                return result;
            },
            cancellationToken);
    }
}
