using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace InspectionPortal.Web.Jobs;

/// <summary>Sets how long Hangfire keeps recurring runs that ended well.</summary>
internal sealed class JobExpiryFilter : IApplyStateFilter
{
    /// <summary>Some recurring jobs end every minute; nobody needs a day of them.</summary>
    private static readonly TimeSpan RecurringKept = TimeSpan.FromHours(1);

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.BackgroundJob.Job?.Type.IsAssignableTo(typeof(RecurringJob)) == true)
        {
            context.JobExpirationTimeout = RecurringKept;
        }
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
    }

    /// <summary>This filter and two of Hangfire's, but not the one that tries ten times: the sweep does that better.</summary>
    public static IJobFilterProvider WithoutRetries()
    {
        var filters = new JobFilterCollection();
        filters.Add(new CaptureCultureAttribute());
        filters.Add(new StatisticsHistoryAttribute());
        filters.Add(new JobExpiryFilter());
        return filters;
    }
}
