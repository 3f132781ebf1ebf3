using System.Collections.Concurrent;

namespace InspectionPortal.Web.Mail;

/// <summary>
/// Sends what is due. Needs no scheduler: whoever calls it, as often and on as many nodes as they like, each message goes
/// out once as far as SMTP allows (docs/decisions/0022-what-smtp-cannot-promise.md).
/// </summary>
public sealed class OutboxSender(OutboxClaims claims, IMailTransport transport, TimeProvider time, ILogger<OutboxSender> log) : IDisposable
{
    /// <summary>Connections that may break in one run before it leaves the rest to the next.</summary>
    private const int MostBroken = 3;

    private readonly SemaphoreSlim _running = new(1);

    /// <summary>What the server took and the database would not note: this process does not send it again.</summary>
    private readonly ConcurrentDictionary<Guid, bool> _acceptedButNotNoted = new();

    private int _asked;

    public void Dispose() => _running.Dispose();

    /// <summary>
    /// Sends every message that is due, one after another over one connection. A call while another runs in this process
    /// returns at once, and the other looks again before it ends.
    /// </summary>
    /// <param name="cancellationToken">Stops between two messages, never within one.</param>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _asked, 1);
        while (transport.IsSetUp && Volatile.Read(ref _asked) == 1 && await _running.WaitAsync(0, CancellationToken.None))
        {
            try
            {
                Volatile.Write(ref _asked, 0);
                await RunAsync(cancellationToken);
            }
            finally
            {
                _running.Release();
            }
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        IMailSession? session = null;
        var broken = 0;
        try
        {
            while (broken < MostBroken && await claims.TakeAsync(cancellationToken) is { } message)
            {
                if (_acceptedButNotNoted.ContainsKey(message.Id))
                {
                    await NoteAsync(message, new SendOutcome(SendResult.Accepted));
                    continue;
                }

                session = await OpenAsync(session, message, cancellationToken);
                if (session is null)
                {
                    return;
                }

                // The claim ran out while the connection was being made: somebody else may have the message now.
                if (time.GetUtcNow() < message.NextAttemptAt)
                {
                    await NoteAsync(message, await session.SendAsync(message));
                    broken += session.IsOpen ? 0 : 1;
                }
            }
        }
        finally
        {
            if (session is not null)
            {
                await session.DisposeAsync();
            }
        }
    }

    /// <summary>A connection that is open, or null where there is none to be had now.</summary>
    private async Task<IMailSession?> OpenAsync(IMailSession? before, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (before is { IsOpen: true })
        {
            return before;
        }

        if (before is not null)
        {
            await before.DisposeAsync();
        }

        try
        {
            return await transport.OpenAsync(cancellationToken);
        }
        catch (MailUnavailableException exception)
        {
            log.LogWarning(exception, "E-mail cannot be sent now. It is tried again.");
            await claims.MarkLaterAsync(message, exception.Message, isUnknown: false);
            return null;
        }
        catch (OperationCanceledException)
        {
            await claims.GiveBackAsync(message);
            throw;
        }
    }

    private async Task NoteAsync(OutboxMessage message, SendOutcome outcome)
    {
        switch (outcome.Result)
        {
            case SendResult.Accepted:
                _acceptedButNotNoted[message.Id] = true;
                await claims.MarkSentAsync(message);
                _acceptedButNotNoted.TryRemove(message.Id, out _);
                break;
            case SendResult.Refused:
                log.LogWarning("E-mail {Kind} {Id} is parked: {Reason}", message.Kind, message.Id, outcome.Reason);
                await claims.MarkParkedAsync(message, outcome.Reason);
                break;
            default:
                log.LogWarning("E-mail {Kind} {Id} did not go out at attempt {Attempt}: {Reason}", message.Kind, message.Id, message.Attempts, outcome.Reason);
                await claims.MarkLaterAsync(message, outcome.Reason, outcome.Result == SendResult.Unknown);
                break;
        }
    }
}
