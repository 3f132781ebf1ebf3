using Hangfire;
using Hangfire.Common;
using Microsoft.Extensions.Options;
using Npgsql;

namespace InspectionPortal.Web.Jobs;

/// <summary>Registers what asks for jobs and what runs them.</summary>
public static class JobServices
{
    private const string EveryMinute = "* * * * *";

    /// <summary>Registers the queue, and the host that runs jobs where <see cref="JobOptions.Run"/> says so.</summary>
    public static IServiceCollection AddPortalJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<JobOptions>(configuration.GetSection(JobOptions.Section));
        services.AddSingleton<JobStorage>(provider => JobStorageFactory.Create(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<IOptions<JobOptions>>().Value, provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<IJobFilterProvider>(_ => JobExpiryFilter.WithoutRetries());
        services.AddSingleton<JobClient>();
        services.AddSingleton<JobTurns>();
        services.AddSingleton<PartnershipScopes>();
        services.AddSingleton<JobTools>();
        services.AddSingleton<JobsOverview>();
        services.AddScoped<JobQueue>();
        services.AddHostedService<JobsHost>();
        return services.AddRecurringJob<EnqueueMissedJobs>("missed-jobs", EveryMinute).AddRecurringJob<ForgetFailedJobs>("nightly-failed-jobs", jobs => jobs.Nightly);
    }

    /// <summary>Registers the job that does what rows of this kind ask for; call it where the feature's services are registered.</summary>
    public static IServiceCollection AddPartnershipJob<TJob>(this IServiceCollection services, JobKind kind)
        where TJob : PartnershipAskedJob => services.AddSingleton(new PartnershipJobType(kind, typeof(TJob)));

    /// <summary>Registers a job that the clock starts; call it where the feature's services are registered.</summary>
    /// <param name="services">The services.</param>
    /// <param name="id">Its name at <c>/jobs</c>, such as <c>outbox</c>. Keep it: a new name is a second job beside the old one.</param>
    /// <param name="cron">When, as a cron expression in UTC: five fields, or six with seconds first. <c>* * * * *</c> is every
    /// minute.</param>
    public static IServiceCollection AddRecurringJob<TJob>(this IServiceCollection services, string id, string cron)
        where TJob : RecurringJob => services.AddRecurringJob<TJob>(id, _ => cron);

    /// <summary>Registers a job that the clock starts at a time from the settings, such as <see cref="JobOptions.Nightly"/>.</summary>
    public static IServiceCollection AddRecurringJob<TJob>(this IServiceCollection services, string id, Func<JobOptions, string> cron)
        where TJob : RecurringJob => services.AddSingleton(new RecurringJobTime(id, typeof(TJob), cron));
}
