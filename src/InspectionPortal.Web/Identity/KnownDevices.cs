using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Remembers, in a sealed cookie, that somebody signed in to this account from this browser before. Their attempts are
/// counted apart, so that someone guessing behind the same council firewall cannot close the door on them.
/// </summary>
public sealed class KnownDevices(
    IHttpContextAccessor http, IDataProtectionProvider protection, ILookupNormalizer normalizer, IHostEnvironment environment)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly string _cookie = CookieNames.For(CookieNames.Device, environment);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("InspectionPortal.KnownDevice").ToTimeLimitedDataProtector();

    /// <summary>The name of this browser where it is known for that account, else null.</summary>
    public string? Find(string email)
    {
        if (http.HttpContext?.Request.Cookies[_cookie] is not { Length: > 0 and < 2000 } cookie)
        {
            return null;
        }

        try
        {
            var parts = _protector.Unprotect(cookie).Split('\n');
            return parts.Length == 2 && parts[1] == Account(email) ? parts[0] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Makes this browser known for that account.</summary>
    public void Remember(string email)
    {
        var context = http.HttpContext ?? throw new InvalidOperationException("There is no browser to remember.");
        var device = Find(email) ?? Guid.NewGuid().ToString("N");
        context.Response.Cookies.Append(_cookie, _protector.Protect($"{device}\n{Account(email)}", Lifetime), new CookieOptions
        {
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = Lifetime,
            IsEssential = true,
            Secure = true,
        });
    }

    private string Account(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalizer.NormalizeEmail(email) ?? string.Empty)));
}
