using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Features.Imports;
using Npgsql;
using Quartz;

namespace InspectionPortal.Web.Jobs;

/// <summary>Registers the scheduler on its tables in the portal's own database.</summary>
public static class JobServices
{
    private const string TablePrefix = "quartz.qrtz_";

    public static IServiceCollection AddPortalJobs(this IServiceCollection services, PortalDatabase where, IConfiguration configuration)
    {
        var section = configuration.GetSection(JobOptions.Section);
        var options = section.Get<JobOptions>() ?? new JobOptions();
        services.Configure<JobOptions>(section);
        services.Configure<QuartzOptions>(quartz => quartz.Scheduling.IgnoreDuplicates = true);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => Configure(scheduler));
            quartz.UseDefaultThreadPool(options.AtOnce);
            quartz.UsePersistentStore(store => Configure(store, where, options));
            quartz.ScheduleJob<CleanUpArchivesJob>(
                trigger => trigger.WithIdentity("nightly-archives").WithCronSchedule(options.Nightly, cron => cron.InTimeZone(TimeZoneInfo.Utc)),
                job => job.WithIdentity("archives", "nightly").RequestRecovery().DisallowConcurrentExecution());
            quartz.ScheduleJob<CleanUpImportsJob>(
                trigger => trigger.WithIdentity("nightly-imports").WithCronSchedule(options.Nightly, cron => cron.InTimeZone(TimeZoneInfo.Utc)),
                job => job.WithIdentity("imports", "nightly").RequestRecovery().DisallowConcurrentExecution());
        });
        services.AddSingleton<PartnershipScopes>();
        services.AddSingleton<JobTools>();
        services.AddSingleton<JobsOverview>();
        services.AddScoped<JobQueue>();
        services.AddHostedService<JobsHost>();
        return services;
    }

    private static void Configure(QuartzSchedulerOptions scheduler)
    {
        scheduler.InstanceName = "portal";
        scheduler.GenerateInstanceId = true;
        scheduler.IdleWaitTime = TimeSpan.FromSeconds(2);
        scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
    }

    private static void Configure(IPersistentStoreBuilder store, PortalDatabase where, JobOptions options)
    {
        store.UsePostgres(NpgsqlFactory.Instance, where.App);
        store.ConfigureStore(s =>
        {
            s.TablePrefix = TablePrefix;
            s.StoreJobDataAsStrings = true;
            s.AcceptEnlistedTransactions = true;
            s.RecoverFiringsCancelledByShutdown = true;
        });
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = options.CheckIn;
            cluster.CheckinMisfireThreshold = options.CheckIn * 2;
        });
    }
}
