using Hangfire;

namespace InspectionPortal.Web.Jobs;

/// <summary>At night: removes runs that failed a month ago. Hangfire itself would keep them for ever.</summary>
[JobIs("Remove failed jobs", JobReach.Platform)]
public sealed class ForgetFailedJobs(JobTools tools, JobStorage storage, JobClient client) : PlatformJob(tools)
{
    /// <summary>Long enough for somebody to look into it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly TimeProvider _time = tools.Time;

    /// <inheritdoc />
    protected override Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var before = _time.GetUtcNow().UtcDateTime - Kept;
        foreach (var job in storage.GetMonitoringApi().FailedJobs(0, int.MaxValue).Where(j => j.Value?.FailedAt <= before))
        {
            cancellationToken.ThrowIfCancellationRequested();
            client.Remove(job.Key);
        }

        return Task.CompletedTask;
    }
}
