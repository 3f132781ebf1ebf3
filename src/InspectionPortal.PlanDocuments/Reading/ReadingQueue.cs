using System.Globalization;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>
/// Where files are read: on threads of their own that give way to everything else, few at once, the partnerships in turn, so
/// that nobody's large file slows another partnership's pages. Whoever waits holds no thread, and is told when it takes long.
/// </summary>
public sealed class ReadingQueue(ReadingQueueLimits limits, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, LinkedList<Work>> _waiting = [];
    private readonly Dictionary<int, int> _running = [];
    private readonly LinkedList<int> _turns = [];

    /// <summary>How many wait for their turn.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Values.Sum(w => w.Count);
            }
        }
    }

    /// <summary>How many are at work.</summary>
    public int Running
    {
        get
        {
            lock (_gate)
            {
                return _running.Values.Sum();
            }
        }
    }

    /// <summary>Does the work when it is the partnership's turn.</summary>
    /// <exception cref="ImportException">Too many files of the partnership wait, or its turn did not come in time; nothing was
    /// done.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public async Task<T> RunAsync<T>(int tenantId, Func<ReadingBudget, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var culture = CultureInfo.CurrentCulture;
        var work = new Work(
            tenantId,
            () =>
            {
                CultureInfo.CurrentCulture = culture;
                Complete(done, () => read(new ReadingBudget(limits.Allowance, cancellationToken: cancellationToken)), cancellationToken);
            },
            reason => _ = reason is null ? done.TrySetCanceled(cancellationToken) : done.TrySetException(reason));
        using var patience = new CancellationTokenSource(limits.Patience, time);
        Ask(work);
        using (cancellationToken.Register(() => Withdraw(work, null)))
        using (patience.Token.Register(() => Withdraw(work, new ImportException(ImportLimits.OthersAreRead))))
        {
            return await done.Task;
        }
    }

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> read, CancellationToken cancellationToken)
    {
        try
        {
            done.TrySetResult(read());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            done.TrySetCanceled(cancellationToken);
        }
        catch (Exception failure)
        {
            done.TrySetException(failure);
        }
    }

    private void Ask(Work work)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(work.TenantId, out var own))
            {
                _waiting[work.TenantId] = own = [];
                _turns.AddLast(work.TenantId);
            }

            if (own.Count >= limits.WaitingPerPartnership)
            {
                throw new ImportException(ImportLimits.OthersAreRead);
            }

            own.AddLast(work);
            StartNext();
        }
    }

    /// <summary>Takes back work that has not begun; work that has begun is told by its budget.</summary>
    private void Withdraw(Work work, ImportException? reason)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(work.TenantId, out var own) || !own.Remove(work))
            {
                return;
            }

            Forget(work.TenantId);
        }

        work.Refuse(reason);
    }

    /// <summary>Starts what may start now. Called within the gate.</summary>
    private void StartNext()
    {
        for (var turn = _turns.First; turn is not null && _running.Values.Sum() < limits.AtOnce;)
        {
            var (next, tenantId) = (turn.Next, turn.Value);
            if (_running.GetValueOrDefault(tenantId) >= limits.PerPartnership || _waiting[tenantId].First is not { } first)
            {
                turn = next;
                continue;
            }

            _waiting[tenantId].RemoveFirst();
            _running[tenantId] = _running.GetValueOrDefault(tenantId) + 1;

            // Its next turn is after everybody else's.
            _turns.Remove(turn);
            _turns.AddLast(tenantId);
            Forget(tenantId);
            new Thread(() => Run(first.Value)) { IsBackground = true, Name = "Reading a file" }.UnsafeStart();
            turn = _turns.First;
        }
    }

    private void Run(Work work)
    {
        ThreadPriorities.GiveWay();
        try
        {
            work.Do();
        }
        finally
        {
            lock (_gate)
            {
                if (--_running[work.TenantId] == 0)
                {
                    _running.Remove(work.TenantId);
                }

                StartNext();
            }
        }
    }

    /// <summary>A partnership with nothing that waits has no turn.</summary>
    private void Forget(int tenantId)
    {
        if (_waiting[tenantId].Count == 0)
        {
            _waiting.Remove(tenantId);
            _turns.Remove(tenantId);
        }
    }

    private sealed record Work(int TenantId, Action Do, Action<ImportException?> Refuse);
}
