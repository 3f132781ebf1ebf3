using System.Reflection;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// The one base of everything that Hangfire runs. A job never holds the database: it gets services from
/// <see cref="PartnershipScopes"/>, one partnership at a time. Each is run again from the start after a crash, so each must
/// leave one effect however often it runs.
/// </summary>
/// <remarks>
/// Hangfire stores a queued job as the names of its class, of the method <c>ExecuteAsync</c> and of that method's parameter types.
/// Renaming a class that derives from this one, or changing either <c>ExecuteAsync</c>, breaks what is queued at that moment.
/// It mends itself: <see cref="EnqueueMissedJobs"/> queues partnerships' jobs again within a minute, and recurring jobs get their
/// new name when a node starts.
/// </remarks>
public abstract class PortalJob
{
    /// <summary>What the job says it is.</summary>
    /// <exception cref="InvalidOperationException">It says nothing.</exception>
    public static JobIsAttribute Declared(Type job) => job.GetCustomAttribute<JobIsAttribute>()
        ?? throw new InvalidOperationException($"{job.Name} does not say what it is, so it cannot run.");

    /// <summary>Runs an attempt. What goes wrong goes to the log; Hangfire, which stores and shows exceptions, is given a number.</summary>
    /// <exception cref="JobStoppedException">It went wrong.</exception>
    private protected async Task RunPrivatelyAsync(Func<Task> attempt, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        try
        {
            _ = Declared(GetType());
            await attempt();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw JobStoppedException.Log(logs.CreateLogger(GetType()), GetType(), exception);
        }
    }
}
