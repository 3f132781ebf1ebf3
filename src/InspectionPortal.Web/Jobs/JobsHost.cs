using InspectionPortal.Web.Data;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace InspectionPortal.Web.Jobs;

/// <summary>Whether and how this process runs jobs; section <c>Jobs</c> of the configuration.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>False on a node that only serves pages. Asking for a job works there too; another node runs it.</summary>
    public bool Run { get; set; } = true;

    /// <summary>Jobs at once on this node.</summary>
    public int AtOnce { get; set; } = 2;

    /// <summary>How often a node says that it lives; three times as long after the last sign its jobs are another's.</summary>
    public TimeSpan CheckIn { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>When the nightly jobs start, as a cron expression in UTC.</summary>
    public string Nightly { get; set; } = "0 20 2 * * ?";
}

/// <summary>
/// Starts the scheduler once the portal serves pages and the schema is current, and stops it before the portal does: what
/// runs is asked to stop at its next step, and is handed on to be run again from the start.
/// </summary>
public sealed class JobsHost(
    ISchedulerFactory schedulers, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, IOptions<JobOptions> options, ILogger<JobsHost> log)
    : BackgroundService
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);

    private IScheduler? _scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Run)
        {
            return;
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
        {
            await started.Task.WaitAsync(stoppingToken);
        }

        while (!await TryStartAsync(stoppingToken))
        {
            await Task.Delay(TryAgainAfter, stoppingToken);
        }
    }

    private async Task<bool> TryStartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<SchemaMigrator>().IsCurrentAsync(cancellationToken))
            {
                return false;
            }

            _scheduler = await schedulers.GetScheduler(cancellationToken);
            await _scheduler.Start(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or SchedulerException or InvalidOperationException)
        {
            log.LogWarning(exception, "Jobs cannot start yet.");
            return false;
        }
    }
}
