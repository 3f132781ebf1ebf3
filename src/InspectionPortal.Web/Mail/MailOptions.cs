namespace InspectionPortal.Web.Mail;

/// <summary>The mail server and the sender; section <c>Mail</c> of the configuration.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The mail server's name. Without it e-mail is not set up, and messages wait.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>The name to sign in with; nothing where the server wants none.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>A file that holds the password and nothing else; read at each connection.</summary>
    public string? PasswordFile { get; set; }

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>A PEM file with the certificates of an authority of your own. The server's certificate must come from it.</summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>The address that messages come from.</summary>
    public string? From { get; set; }

    /// <summary>The name that messages come from, and that the foot of each message shows.</summary>
    public string FromName { get; set; } = "Inspection Portal";

    /// <summary>Where answers go; nothing where nobody reads them.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>How long to wait for each answer of the server.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public bool IsSetUp => !string.IsNullOrWhiteSpace(Host);
}
