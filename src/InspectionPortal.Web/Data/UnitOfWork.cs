using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data;

/// <summary>Runs work in one explicit transaction, again from the start where the database asks for a retry.</summary>
public sealed class UnitOfWork(PortalDbContext database)
{
    /// <summary>Runs <paramref name="work"/> and commits when <paramref name="commitIf"/> says so; otherwise rolls back.</summary>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> commitIf, CancellationToken cancellationToken)
    {
        if (database.Database.CurrentTransaction is not null)
        {
            return work(cancellationToken);
        }

        return database.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                database.ChangeTracker.Clear();
                await using var transaction = await database.Database.BeginTransactionAsync(token);
                var result = await work(token);
                if (commitIf(result))
                {
                    await transaction.CommitAsync(token);
                }

                return result;
            },
            cancellationToken);
    }

    /// <summary>Runs <paramref name="work"/> and commits.</summary>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(work, static _ => true, cancellationToken);
}
