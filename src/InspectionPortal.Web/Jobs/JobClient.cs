using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// Hands jobs to Hangfire at once, on a connection of Hangfire's own. Features do not use it: <see cref="JobQueue"/> calls it after
/// the commit, so that no job starts before the rows it works on are there.
/// </summary>
public sealed class JobClient(JobStorage storage, IJobFilterProvider filters)
{
    private readonly BackgroundJobClient _client = new(storage, filters);

    /// <summary>Queues an attempt at a job that a partnership asked for.</summary>
    public void Enqueue(Type job, JobOrder order) =>
        _client.Create(Call(job, order.TenantId, order.JobId, order.AskedBy, CancellationToken.None), new EnqueuedState());

    /// <summary>Queues a run of a recurring job.</summary>
    public void Enqueue(Type job) => _client.Create(RecurringCall(job), new EnqueuedState());

    /// <summary>Removes a run that has ended, or is not to begin.</summary>
    public void Remove(string id) => _client.Delete(id);

    /// <summary>The call that Hangfire stores for a recurring job.</summary>
    internal static Job RecurringCall(Type job) => Call(job, CancellationToken.None);

    private static Job Call(Type job, params object[] arguments) => new(job, job.GetMethod(nameof(RecurringJob.ExecuteAsync))!, arguments);
}
