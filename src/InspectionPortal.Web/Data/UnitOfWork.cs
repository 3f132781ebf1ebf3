using System.Data;
using System.Globalization;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data;

/// <summary>Runs work in one explicit transaction, again from the start where the database asks for a retry.</summary>
public sealed class UnitOfWork(PortalDbContext database, TenantScope scope, ILogger<UnitOfWork> log)
{
    /// <summary>Work after the commit keeps the person waiting no longer than this.</summary>
    private static readonly TimeSpan AfterCommitLimit = TimeSpan.FromSeconds(10);

    private readonly List<Func<CancellationToken, Task>> _afterCommit = [];

    /// <summary>
    /// Runs <paramref name="action"/> once the transaction that is open now is committed; not at all where it is rolled back, and once
    /// however often the transaction is tried again. It runs outside any transaction and is not bound to the request: its token
    /// ends after ten seconds. If it fails, that is logged and nobody else notices, so something must repair
    /// what it was to do: a row in the same transaction, and a job that looks for such rows.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public void AfterCommit(Func<CancellationToken, Task> action)
    {
        if (database.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("There is no transaction, so nothing can follow its commit.");
        }

        _afterCommit.Add(action);
    }

    /// <summary>Runs <paramref name="work"/> and commits when <paramref name="commitIf"/> says so; otherwise rolls back.</summary>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> commitIf, CancellationToken cancellationToken) =>
        RunAsync(work, commitIf, IsolationLevel.ReadCommitted, cancellationToken);

    /// <summary>Runs <paramref name="work"/>, which reads, so that all it reads is as it was at one moment, however long it
    /// takes.</summary>
    public Task<T> ReadAtOneMomentAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(work, static _ => false, IsolationLevel.RepeatableRead, cancellationToken);

    private async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> work, Func<T, bool> commitIf, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        if (database.Database.CurrentTransaction is not null)
        {
            return await work(cancellationToken);
        }

        var isCommitted = false;
        var answer = await database.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                database.ChangeTracker.Clear();
                _afterCommit.Clear();
                try
                {
                    await using var transaction = await database.Database.BeginTransactionAsync(isolation, token);
                    var result = await work(token);
                    if (commitIf(result))
                    {
                        await transaction.CommitAsync(token);
                        isCommitted = true;
                    }

                    return result;
                }
                finally
                {
                    scope.LeaveFounded();
                }
            },
            cancellationToken);
        if (isCommitted)
        {
            await RunAfterCommitAsync();
        }

        return answer;
    }

    /// <summary>Runs <paramref name="work"/> and commits.</summary>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(work, static _ => true, cancellationToken);

    /// <summary>
    /// Adds a partnership and carries on as it until the transaction ends, so that its first rows are written with it or not
    /// at all. Its number comes fresh from the database's own counter and the row is inserted at once: there is no way from
    /// here into a partnership that exists.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// There is no transaction, the partnership is not new, or the work already belongs to a partnership.
    /// </exception>
    public async Task FoundAsync(Partnership partnership, CancellationToken cancellationToken)
    {
        if (database.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A partnership is founded within a transaction.");
        }

        if (partnership.Id != 0 || database.Entry(partnership).State != EntityState.Detached)
        {
            throw new InvalidOperationException("Only a partnership that does not exist yet can be founded.");
        }

        var numbers = await database.Database
            .SqlQuery<int>($"select nextval(pg_get_serial_sequence('partnerships', 'id'))::int as \"Value\"")
            .ToListAsync(cancellationToken);
        partnership.Id = numbers[0];
        scope.EnterFounded(partnership.Id);
        database.Add(partnership);
        await database.SaveChangesAsync(cancellationToken);
        var tenant = partnership.Id.ToString(CultureInfo.InvariantCulture);
        await database.Database.ExecuteSqlAsync($"select set_config('app.tenant', {tenant}, true)", cancellationToken);
    }

    private async Task RunAfterCommitAsync()
    {
        if (_afterCommit.Count == 0)
        {
            return;
        }

        List<Func<CancellationToken, Task>> actions = [.. _afterCommit];
        _afterCommit.Clear();
        using var limit = new CancellationTokenSource(AfterCommitLimit);
        foreach (var action in actions)
        {
            try
            {
                await action(limit.Token);
            }
            catch (Exception exception)
            {
                log.LogWarning(exception, "What was to follow a commit failed. The commit holds.");
            }
        }
    }
}
