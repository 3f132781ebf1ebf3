namespace InspectionPortal.Web.Mail;

/// <summary>Says at start that e-mail is not set up, since nobody can then be invited by e-mail or reset a password.</summary>
public sealed class MailStartNotice(IMailTransport transport, ILogger<MailStartNotice> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!transport.IsSetUp)
        {
            log.LogWarning(
                "E-mail is not set up: invitations, password resets and notices wait and are not sent. Set Mail:Host and Mail:From; see docs/running.md.");
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
