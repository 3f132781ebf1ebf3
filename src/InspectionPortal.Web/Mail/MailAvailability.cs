namespace InspectionPortal.Web.Mail;

/// <summary>Whether this installation can send e-mail: in Development it always can, since messages are written to a folder.</summary>
public sealed class MailAvailability(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>False in a small installation without a mail server: links then go through the platform administrator.</summary>
    public bool CanSend => environment.IsDevelopment() || HasServer;

    /// <summary>True where a mail server is configured.</summary>
    public bool HasServer => !string.IsNullOrWhiteSpace(configuration["Mail:Host"]);
}
