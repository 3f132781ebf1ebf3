using Hangfire;
using Hangfire.Logging;
using Hangfire.PostgreSql;
using Npgsql;

namespace InspectionPortal.Web.Jobs;

/// <summary>Makes Hangfire's storage on its own schema in the portal's database, as the app's role, which owns nothing there.</summary>
internal static class JobStorageFactory
{
    /// <summary>A lock that a killed node left behind is void after this time. Locks are held for milliseconds.</summary>
    private static readonly TimeSpan LocksEndAfter = TimeSpan.FromMinutes(1);

    public static JobStorage Create(NpgsqlDataSource source, JobOptions options, ILoggerFactory logs)
    {
        GlobalConfiguration.Configuration.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
        LogProvider.SetCurrentLogProvider(new JobLogProvider(logs.CreateLogger("Hangfire")));
        return new PostgreSqlStorage(new PooledConnections(source), new PostgreSqlStorageOptions
        {
            SchemaName = JobSchema.Name,

            // The migrating role makes the schema; the app's role may not.
            PrepareSchemaIfNecessary = false,

            // The node that asks notifies those that wait; polling is for a notification that got lost.
            EnableLongPolling = true,
            QueuePollInterval = options.CheckIn,

            // Without sliding, a healthy job that takes longer than this would be started a second time.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = options.TakeOverAfter,
            DistributedLockTimeout = LocksEndAfter,
        });
    }

    /// <summary>Connections from the portal's own pool, so that one limit holds for all.</summary>
    private sealed class PooledConnections(NpgsqlDataSource source) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => source.CreateConnection();
    }
}
