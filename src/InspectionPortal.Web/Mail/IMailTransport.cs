namespace InspectionPortal.Web.Mail;

/// <summary>A way for e-mail to leave the portal.</summary>
public interface IMailTransport
{
    /// <summary>False where there is none, so that messages wait.</summary>
    bool IsSetUp { get; }

    /// <summary>Where messages go, for administrators; never a secret.</summary>
    string Description { get; }

    /// <summary>Connects and signs in.</summary>
    /// <exception cref="MailUnavailableException">That failed; it says nothing about any message.</exception>
    Task<IMailSession> OpenAsync(CancellationToken cancellationToken);
}
