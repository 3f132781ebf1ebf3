using System.Globalization;
using System.Security.Cryptography;
using InspectionPortal.Domain.People;
using Microsoft.AspNetCore.DataProtection;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Makes and reads the sealed words of a link to choose a new password. They hold the account, its stamp and the time; nothing
/// is stored. A new password moves the stamp, so each link works once and all earlier ones die with it.
/// </summary>
public sealed class PasswordResetTokens(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>By how much the clocks of two nodes may differ.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(5);

    private const int MaxLength = 2000;

    private readonly IDataProtector _protector = protection.CreateProtector("InspectionPortal.PasswordReset");

    /// <summary>The sealed words for this account as it is now.</summary>
    public string Make(PortalUser user) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{user.Id:N}\n{user.SecurityStamp}\n{time.GetUtcNow().UtcTicks}"));

    /// <summary>Whose link it is, or null: forged, too old, or from a time that has not come.</summary>
    public (Guid UserId, string Stamp)? Read(string? token)
    {
        if (token is not { Length: > 0 and < MaxLength })
        {
            return null;
        }

        try
        {
            var parts = _protector.Unprotect(token).Split('\n');
            var age = time.GetUtcNow() - new DateTimeOffset(long.Parse(parts[2], CultureInfo.InvariantCulture), TimeSpan.Zero);
            return age < Lifetime && age > -Drift ? (Guid.Parse(parts[0]), parts[1]) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
