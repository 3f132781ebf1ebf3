using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Identity;

/// <summary>At night: removes sessions that have been over for a while, and lines of the security log that are too old.</summary>
[JobIs("Remove old sessions and security events", JobReach.Platform)]
public sealed class SweepSecurityRecords(JobTools tools) : PlatformJob(tools)
{
    /// <inheritdoc />
    protected override async Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SessionCleanup>().SweepAsync(cancellationToken);
        await services.GetRequiredService<SecurityLogCleanup>().SweepAsync(cancellationToken);
    }
}
