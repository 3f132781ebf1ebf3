using Quartz;

namespace InspectionPortal.Web.Jobs;

/// <summary>How the scheduler is, without a word on what is in a partnership.</summary>
/// <param name="Nodes">Portals that say they live and run jobs.</param>
/// <param name="Waiting">Jobs that are due and not begun.</param>
/// <param name="Running">Jobs that run now.</param>
/// <param name="RunningSince">Start of the one that runs longest; null where none does.</param>
public sealed record JobsState(int Nodes, int Waiting, int Running, DateTimeOffset? RunningSince);

/// <summary>Asks the scheduler's tables, so that any node answers for all.</summary>
public sealed class JobsOverview(ISchedulerFactory schedulers, TimeProvider time)
{
    public async Task<JobsState> LookAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var now = time.GetUtcNow();
        var nodes = await scheduler.QueryClusterNodes(cancellationToken);
        var running = (await scheduler.QueryFireInstances(new FireInstanceQuery { State = FireInstanceState.Executing }, cancellationToken)).Items;
        var due = (await scheduler.QueryTriggers(new TriggerQuery { NextFireTimeBefore = now }, cancellationToken)).Items;
        return new JobsState(
            nodes.Count(n => n.State == ClusterNodeState.Alive), due.Count(t => t.State == TriggerState.Normal), running.Count,
            running.Count == 0 ? null : running.Min(r => r.FireTimeUtc));
    }
}
