using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Mail;

/// <summary>At night: parks what waited too long and forgets old messages.</summary>
[JobIs("Remove old e-mail", JobReach.Platform)]
public sealed class CleanUpMailJob(JobTools tools) : PlatformJob(tools)
{
    /// <inheritdoc />
    protected override Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OutboxCleanUp>().CleanUpAsync(cancellationToken);
}
