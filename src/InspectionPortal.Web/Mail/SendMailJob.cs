using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Mail;

/// <summary>Sends what is due in the outbox: after each commit that wrote a message, and every minute for what is tried again.</summary>
[JobIs("Send e-mail", JobReach.Platform)]
public sealed class SendMailJob(JobTools tools) : PlatformJob(tools)
{
    /// <summary>Each message is claimed before it is sent, so runs do not meet, and none has to wait for another node's.</summary>
    protected override bool MayOverlap => true;

    /// <inheritdoc />
    protected override Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OutboxSender>().SendDueAsync(cancellationToken);
}
