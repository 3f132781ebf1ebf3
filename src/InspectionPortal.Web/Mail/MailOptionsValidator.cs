using System.Net;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Mail;

/// <summary>Stops the portal at start, with a sentence that says what to change, rather than at the first message.</summary>
public sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    private const int LongestTimeout = 60;

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (!options.IsSetUp)
        {
            return ValidateOptionsResult.Success;
        }

        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>True where what is said to the host never leaves this machine.</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static IEnumerable<string> Faults(MailOptions options)
    {
        if (options.From is null || MailAddress.TryRead(options.From) is null)
        {
            yield return "Mail:From must be one e-mail address, such as portal@example.gov.uk.";
        }

        if (options.ReplyTo is not null && MailAddress.TryRead(options.ReplyTo) is null)
        {
            yield return "Mail:ReplyTo must be one e-mail address, or left out.";
        }

        if (options.Security == MailSecurity.None && !IsThisMachine(options.Host!))
        {
            yield return "Mail:Security can be None only where Mail:Host is this machine. Use StartTls or Tls.";
        }

        if (options.Port is < 1 or > ushort.MaxValue)
        {
            yield return "Mail:Port must be a number from 1 to 65535.";
        }

        if (options.TimeoutSeconds is < 1 or > LongestTimeout)
        {
            yield return $"Mail:TimeoutSeconds must be a number from 1 to {LongestTimeout}.";
        }

        foreach (var fault in MissingFiles(options))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> MissingFiles(MailOptions options)
    {
        if (options is { Password: not null, PasswordFile: not null })
        {
            yield return "Give Mail:Password or Mail:PasswordFile, not both.";
        }

        if (options.User is not null && options.Password is null && options.PasswordFile is null)
        {
            yield return "Mail:User needs Mail:Password or Mail:PasswordFile.";
        }

        if (options.PasswordFile is not null && !File.Exists(options.PasswordFile))
        {
            yield return $"Mail:PasswordFile names {options.PasswordFile}, which does not exist.";
        }

        if (options.CertificateAuthorityFile is not null && !File.Exists(options.CertificateAuthorityFile))
        {
            yield return $"Mail:CertificateAuthorityFile names {options.CertificateAuthorityFile}, which does not exist.";
        }
    }
}
