using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using InspectionPortal.Web.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// Starts Hangfire's server once the portal serves pages and the schema is current, and stops it before the portal stops: what
/// runs is asked to end at its next step, and is handed on to be run again from the start.
/// </summary>
public sealed class JobsHost(IServiceProvider services, IHostApplicationLifetime lifetime, IOptions<JobOptions> options, ILogger<JobsHost> log)
    : BackgroundService
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);

    private BackgroundJobServer? _server;

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            server.SendStop();
            await server.WaitForShutdownAsync(cancellationToken);
            server.Dispose();
        }
    }

    /// <inheritdoc />
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

        while (!await TryStartAsync(stoppingToken) || !TrySetTimes())
        {
            await Task.Delay(TryAgainAfter, stoppingToken);
        }
    }

    private async Task<bool> TryStartAsync(CancellationToken cancellationToken)
    {
        if (_server is not null)
        {
            return true;
        }

        try
        {
            await using var scope = services.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<SchemaMigrator>().IsCurrentAsync(cancellationToken))
            {
                return false;
            }

            _server = new BackgroundJobServer(ServerOptions(), services.GetRequiredService<JobStorage>());
            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            log.LogWarning(exception, "Jobs cannot start yet.");
            return false;
        }
    }

    private BackgroundJobServerOptions ServerOptions() => new()
    {
        WorkerCount = options.Value.AtOnce,
        HeartbeatInterval = options.Value.CheckIn,
        ServerTimeout = options.Value.TakeOverAfter,
        ServerCheckInterval = options.Value.TakeOverAfter,
        SchedulePollingInterval = options.Value.CheckIn,
        CancellationCheckInterval = options.Value.CheckIn,
        ShutdownTimeout = TimeSpan.FromSeconds(10),
        Activator = new JobScopes(services.GetRequiredService<IServiceScopeFactory>(), log),
        FilterProvider = services.GetRequiredService<IJobFilterProvider>(),
    };

    /// <summary>Writes down when recurring jobs start, as this build and its settings say.</summary>
    private bool TrySetTimes()
    {
        try
        {
            var manager = new RecurringJobManager(services.GetRequiredService<JobStorage>(), services.GetRequiredService<IJobFilterProvider>());
            foreach (var job in services.GetServices<RecurringJobTime>())
            {
                manager.AddOrUpdate(job.Id, JobClient.RecurringCall(job.Job), job.Cron(options.Value), new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
            }

            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or DistributedLockTimeoutException)
        {
            log.LogWarning(exception, "The times of recurring jobs cannot be set yet.");
            return false;
        }
    }
}
