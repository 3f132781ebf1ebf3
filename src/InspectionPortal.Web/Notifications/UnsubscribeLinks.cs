using System.Security.Cryptography;
using InspectionPortal.Web.Infrastructure;
using Microsoft.AspNetCore.DataProtection;

namespace InspectionPortal.Web.Notifications;

/// <summary>Links in e-mails that stop them, without signing in. They hold the account, sealed; they can do nothing else.</summary>
public sealed class UnsubscribeLinks(IDataProtectionProvider protection, PublicAddress address)
{
    private const int MaxLength = 1000;

    private readonly IDataProtector _protector = protection.CreateProtector("InspectionPortal.Unsubscribe");

    /// <summary>The whole address for this account.</summary>
    public string For(Guid userId) => address.For($"/account/unsubscribe/{_protector.Protect(userId.ToString("N"))}");

    /// <summary>Whose link it is; null where it is forged.</summary>
    public Guid? Read(string? token)
    {
        if (token is not { Length: > 0 and < MaxLength })
        {
            return null;
        }

        try
        {
            return Guid.TryParse(_protector.Unprotect(token), out var user) ? user : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
