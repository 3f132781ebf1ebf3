namespace InspectionPortal.Web.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Starts in clear and must change to TLS before anything is said. A server that does not offer it gets no message.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>No protection; only for a mail server on this machine.</summary>
    None,
}
