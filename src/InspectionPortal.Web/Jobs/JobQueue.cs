using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// Asks for jobs within the transaction that needs them. Hangfire has connections of its own and does not join the transaction,
/// so the request is a row in it, and Hangfire is told after the commit. Should the node die between the two,
/// <see cref="EnqueueMissedJobs"/> finds the row within a minute. A node that runs no jobs can ask too.
/// </summary>
public sealed class JobQueue(PortalDbContext database, UnitOfWork unitOfWork, JobClient client, IEnumerable<PartnershipJobType> types)
{
    private readonly HashSet<Type> _asked = [];

    /// <summary>Adds the row, and queues the job once the transaction is committed.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction, or the row's kind is another job's.</exception>
    public async Task AskAsync<TJob>(PartnershipJob row, CancellationToken cancellationToken)
        where TJob : PartnershipAskedJob
    {
        if (!types.Contains(new PartnershipJobType(row.Kind, typeof(TJob))))
        {
            throw new InvalidOperationException($"{typeof(TJob).Name} is not registered as the job of kind {row.Kind}.");
        }

        unitOfWork.AfterCommit(_ =>
        {
            client.Enqueue(typeof(TJob), JobOrder.Of(row));
            return Task.CompletedTask;
        });
        database.Add(row);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Starts a recurring job once the transaction is committed, instead of waiting for its time. However often it is asked for in
    /// one transaction, it is started once. If that fails, the job still runs at its next time.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public void RunAfterCommit<TJob>()
        where TJob : RecurringJob
    {
        _ = PortalJob.Declared(typeof(TJob));
        _asked.Add(typeof(TJob));
        unitOfWork.AfterCommit(_ =>
        {
            if (_asked.Remove(typeof(TJob)))
            {
                client.Enqueue(typeof(TJob));
            }

            return Task.CompletedTask;
        });
    }
}
