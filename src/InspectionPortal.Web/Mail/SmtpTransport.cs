using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Mail;

/// <summary>Sends over SMTP. The connection is protected as configured or not made: it never falls back to clear text.</summary>
public sealed class SmtpTransport(IOptions<MailOptions> options, MimeMessageFactory messages) : IMailTransport
{
    public bool IsSetUp => true;

    public string Description => $"{options.Value.Host}, port {options.Value.Port}";

    public async Task<IMailSession> OpenAsync(CancellationToken cancellationToken)
    {
        var mail = options.Value;
        var client = new SmtpClient { Timeout = mail.TimeoutSeconds * 1000 };
        try
        {
            TrustOwnAuthority(client, mail);
            await client.ConnectAsync(mail.Host!, mail.Port, Security(mail), cancellationToken);
            if (!string.IsNullOrEmpty(mail.User))
            {
                await client.AuthenticateAsync(mail.User, await PasswordAsync(mail, cancellationToken), cancellationToken);
            }

            return new SmtpSession(client, messages, TimeSpan.FromSeconds(mail.TimeoutSeconds));
        }
        catch (Exception exception) when (WhyUnavailable(exception) is not null)
        {
            client.Dispose();
            throw new MailUnavailableException(WhyUnavailable(exception)!, exception);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions Security(MailOptions mail) => mail.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None when MailOptionsValidator.IsThisMachine(mail.Host!) => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static async Task<string> PasswordAsync(MailOptions mail, CancellationToken cancellationToken) => mail.PasswordFile is null
        ? mail.Password ?? string.Empty
        : (await File.ReadAllTextAsync(mail.PasswordFile, cancellationToken)).TrimEnd('\r', '\n');

    /// <summary>What went wrong, for administrators; null for what is no fault of the connection.</summary>
    private static string? WhyUnavailable(Exception exception) => exception switch
    {
        NotSupportedException => "The mail server does not offer STARTTLS, so nothing was sent.",
        SslHandshakeException => "The mail server’s certificate is not trusted, so nothing was sent.",
        AuthenticationException => $"The mail server refused the user name or the password: {exception.Message}",
        SmtpCommandException command => $"The mail server answered {(int)command.StatusCode}: {command.Message}",
        SocketException or IOException or ProtocolException => $"The mail server could not be reached: {exception.Message}",
        TimeoutException => "The mail server did not answer in time.",
        UnauthorizedAccessException => "The file with the mail server’s password or certificate cannot be read.",
        _ => null,
    };

    /// <summary>With an authority of the installation's own, only its certificates count; without, those that the machine trusts.</summary>
    private static void TrustOwnAuthority(SmtpClient client, MailOptions mail)
    {
        if (mail.CertificateAuthorityFile is not { } file)
        {
            return;
        }

        var authority = new X509Certificate2Collection();
        authority.ImportFromPemFile(file);
        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            certificate is not null && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && IsFrom(authority, certificate);
    }

    private static bool IsFrom(X509Certificate2Collection authority, X509Certificate certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var server = new X509Certificate2(certificate);
        return chain.Build(server);
    }
}
