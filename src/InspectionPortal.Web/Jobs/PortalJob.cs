using System.Globalization;
using System.Reflection;
using Quartz;

namespace InspectionPortal.Web.Jobs;

/// <summary>How far a job reaches.</summary>
public enum JobReach
{
    /// <summary>One partnership's, which asked for it.</summary>
    OnePartnership,

    /// <summary>Every partnership in turn, each in a scope of its own.</summary>
    EachPartnership,
}

/// <summary>Says what a job is. One that does not say cannot run.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JobIsAttribute(string what, JobReach reach) : Attribute
{
    /// <summary>In words, such as "Make an archive".</summary>
    public string What { get; } = what;

    public JobReach Reach { get; } = reach;
}

/// <summary>
/// The one base of everything that the scheduler runs. A job never holds the database: it gets a partnership's services from
/// <see cref="PartnershipScopes"/>, one partnership at a time. Each is run again from the start after a crash, so each must
/// leave one effect however often it runs.
/// </summary>
public abstract class PortalJob : IJob
{
    /// <summary>What the job says it is.</summary>
    /// <exception cref="InvalidOperationException">It says nothing.</exception>
    public static JobIsAttribute Declared(Type job) => job.GetCustomAttribute<JobIsAttribute>()
        ?? throw new InvalidOperationException($"{job.Name} does not say what it is, so it cannot run.");

    async ValueTask IJob.Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        _ = Declared(GetType());
        await RunAsync(context.MergedJobDataMap, cancellationToken);
    }

    private protected abstract Task RunAsync(JobDataMap data, CancellationToken cancellationToken);
}

/// <summary>What jobs are made from.</summary>
public sealed record JobTools(PartnershipScopes Scopes, TimeProvider Time, ILoggerFactory Logs);

/// <summary>A job that one partnership asked for, with its row in <see cref="PartnershipJob"/>.</summary>
public abstract class PartnershipAskedJob(JobTools tools) : PortalJob
{
    private const string Tenant = "tenant";
    private const string Job = "job";
    private const string AskedBy = "by";

    protected PartnershipScopes Scopes { get; } = tools.Scopes;

    /// <summary>The name under which its changes stand in the audit.</summary>
    protected string Name => GetType().Name;

    /// <summary>Ids as the scheduler keeps them.</summary>
    internal static JobDataMap Data(JobOrder order)
    {
        var data = new JobDataMap();
        data.PutAsString(Tenant, order.TenantId);
        data.PutAsString(Job, order.JobId);
        data.PutAsString(AskedBy, order.AskedBy);
        return data;
    }

    private protected override async Task RunAsync(JobDataMap data, CancellationToken cancellationToken)
    {
        var order = new JobOrder(
            int.Parse(Text(data, Tenant), CultureInfo.InvariantCulture), Guid.Parse(Text(data, Job)), Guid.Parse(Text(data, AskedBy)));
        var run = new JobRun(order, Scopes, Name, tools.Time);
        if (!await run.StartAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await WorkAsync(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The portal stops. The scheduler hands the job on, and it starts again from the beginning.
            throw;
        }
        catch (JobLostException)
        {
            // Removed, or another attempt's by now.
        }
        catch (Exception exception)
        {
            tools.Logs.CreateLogger(GetType()).LogError(exception, "{Job} {Id} of partnership {Tenant} failed.", Name, order.JobId, order.TenantId);
            await run.FailAsync(InWords(exception, run.Id), CancellationToken.None);
        }
    }

    /// <summary>Does the work and ends with <see cref="JobRun.FinishAsync"/>. Whatever it leaves before that, it takes away when it fails.</summary>
    protected abstract Task WorkAsync(JobRun run, CancellationToken cancellationToken);

    private static string InWords(Exception exception, Guid attempt) => exception switch
    {
        JobFailedException failed => failed.Message,
        IOException or UnauthorizedAccessException =>
            "The portal could not write to its disk: it may be full. Nothing was kept. Ask whoever runs the portal to make room in its data folder, then try again.",
        _ => $"Something went wrong in the portal. Nothing was kept. Try again; if it fails again, give whoever runs the portal this number: {attempt:N}.",
    };

    private static string Text(JobDataMap data, string key) => (string)data[key]!;
}

/// <summary>A job that the clock starts and that looks after each partnership in turn. One that fails does not keep the others waiting.</summary>
public abstract class EachPartnershipJob(JobTools tools) : PortalJob
{
    protected PartnershipScopes Scopes { get; } = tools.Scopes;

    protected string Name => GetType().Name;

    private protected override async Task RunAsync(JobDataMap data, CancellationToken cancellationToken)
    {
        foreach (var tenantId in await Scopes.PartnershipsAsync(cancellationToken))
        {
            try
            {
                await WorkAsync(tenantId, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                tools.Logs.CreateLogger(GetType()).LogError(exception, "{Job} failed for partnership {Tenant}.", Name, tenantId);
            }
        }
    }

    /// <summary>Does the work for one partnership, in scopes of that partnership.</summary>
    protected abstract Task WorkAsync(int tenantId, CancellationToken cancellationToken);
}
