using Hangfire;
using Hangfire.Common;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// Every minute: queues jobs whose row waits or runs while Hangfire knows of no attempt at it. The node died between the commit and
/// the queueing, an attempt failed before it began, somebody deleted it at <c>/jobs</c>, or the job's class has another name now.
/// An attempt too many does no harm: it takes the row over, or finds that it has ended.
/// </summary>
[JobIs("Start missed jobs", JobReach.EachPartnership)]
public sealed class EnqueueMissedJobs(JobTools tools, JobStorage storage, JobClient client, IEnumerable<PartnershipJobType> types) : EachPartnershipJob(tools)
{
    /// <summary>A row younger than this is about to be queued by whoever wrote it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private const string Queue = "default";

    private readonly TimeProvider _time = tools.Time;

    /// <inheritdoc />
    protected override async Task WorkAsync(int tenantId, CancellationToken cancellationToken)
    {
        var before = _time.GetUtcNow() - Grace;
        var rows = await Scopes.TransactAsync(
            tenantId, acting: null, Name,
            database => database.PartnershipJobs.AsNoTracking()
                .Where(j => (j.State == JobState.Waiting || j.State == JobState.Running) && j.AskedAt <= before).ToListAsync(cancellationToken),
            cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        var known = Known();
        foreach (var row in rows.Where(r => !known.Contains(r.Id)))
        {
            client.Enqueue(types.Single(t => t.Kind == row.Kind).Job, JobOrder.Of(row));
        }
    }

    /// <summary>Rows that some attempt in Hangfire is about: queued, fetched by a node, running or due later.</summary>
    private HashSet<Guid> Known()
    {
        var monitoring = storage.GetMonitoringApi();
        IEnumerable<Job?> jobs =
        [
            .. monitoring.EnqueuedJobs(Queue, 0, int.MaxValue).Select(j => j.Value?.Job),
            .. monitoring.FetchedJobs(Queue, 0, int.MaxValue).Select(j => j.Value?.Job),
            .. monitoring.ProcessingJobs(0, int.MaxValue).Select(j => j.Value?.Job),
            .. monitoring.ScheduledJobs(0, int.MaxValue).Select(j => j.Value?.Job),
        ];
        return [.. jobs.SelectMany(j => j?.Args ?? []).OfType<Guid>()];
    }
}
