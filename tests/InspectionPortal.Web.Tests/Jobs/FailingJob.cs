using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Tests.Jobs;

/// <summary>Fails with words that nobody outside the log may read.</summary>
[JobIs("Fail", JobReach.Platform)]
public sealed class FailingJob(JobTools tools) : PlatformJob(tools)
{
    /// <summary>What it says.</summary>
    public const string Secret = "Child protection case 7 of Anytown";

    protected override Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken) => throw new InvalidOperationException(Secret);
}
