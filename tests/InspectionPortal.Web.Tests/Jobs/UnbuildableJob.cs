using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Tests.Jobs;

/// <summary>Fails before its own code begins.</summary>
[JobIs("Fail early", JobReach.Platform)]
public sealed class UnbuildableJob : PlatformJob
{
    public UnbuildableJob(JobTools tools)
        : base(tools) => throw new InvalidOperationException(FailingJob.Secret);

    protected override Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;
}
