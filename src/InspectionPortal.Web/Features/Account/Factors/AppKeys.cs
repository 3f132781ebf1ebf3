using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Keys that are shown but not saved yet. They travel sealed in the form, for one person, so that two tabs do not mix.</summary>
public sealed class AppKeys(IDataProtectionProvider protection)
{
    private const string Issuer = "Inspection Portal";

    private readonly IDataProtector _protector = protection.CreateProtector("InspectionPortal.NewAppKey");

    public string Seal(Guid userId, string key) => _protector.Protect($"{userId}\n{key}");

    /// <summary>The key, or null where it is not this person's or nothing that the portal sealed.</summary>
    public string? Open(Guid userId, string? sealedKey)
    {
        if (sealedKey is not { Length: > 0 and < 2000 })
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(sealedKey).Split('\n') is [var owner, var key] && owner == userId.ToString() ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The address that apps read from the QR code.</summary>
    public static string Address(string email, string key)
    {
        var issuer = Uri.EscapeDataString(Issuer);
        return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(email)}?secret={key}&issuer={issuer}&digits=6&period=30";
    }
}
