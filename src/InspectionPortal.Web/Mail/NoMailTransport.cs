namespace InspectionPortal.Web.Mail;

/// <summary>E-mail is not set up: messages wait until it is.</summary>
public sealed class NoMailTransport : IMailTransport
{
    public bool IsSetUp => false;

    public string Description => "nowhere";

    public Task<IMailSession> OpenAsync(CancellationToken cancellationToken) =>
        throw new MailUnavailableException("E-mail is not set up.");
}
