using Hangfire;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Jobs;

/// <summary>Asks Hangfire's tables, so that any node answers for all.</summary>
public sealed class JobsOverview(JobStorage storage, IOptions<JobOptions> options, TimeProvider time)
{
    /// <summary>A node that has missed this many reports in a row is taken for dead.</summary>
    private const int MissedReports = 3;

    /// <summary>Looks now.</summary>
    public JobsState Look()
    {
        var monitoring = storage.GetMonitoringApi();
        var alive = time.GetUtcNow().UtcDateTime - (options.Value.CheckIn * MissedReports);
        var statistics = monitoring.GetStatistics();
        var started = monitoring.ProcessingJobs(0, int.MaxValue).Select(j => j.Value?.StartedAt).ToList();
        return new JobsState(
            monitoring.Servers().Count(s => s.Heartbeat >= alive), (int)statistics.Enqueued, started.Count,
            started.Min() is { } since ? new DateTimeOffset(since, TimeSpan.Zero) : null);
    }
}
