using System.Security.Cryptography;
using InspectionPortal.Domain.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>
/// Remembers, in a sealed cookie and for ten minutes, whose password was right while the second step is still to come. It
/// opens nothing by itself. It is worthless once the account's security stamp moves: after a new password or when a second
/// step is added or removed.
/// </summary>
public sealed class PendingSignIn(
    IHttpContextAccessor http, IDataProtectionProvider protection, UserManager<PortalUser> users, IHostEnvironment environment, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("InspectionPortal.PendingSignIn");

    private readonly string _cookie = CookieNames.For(CookieNames.SecondStep, environment);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("There is no browser to sign in from.");

    /// <summary>The password was right.</summary>
    public void Begin(PortalUser user)
    {
        var sealedState = _protector.Protect($"{user.Id}\n{user.SecurityStamp}\n{time.GetUtcNow().UtcTicks}");
        Context.Response.Cookies.Append(_cookie, sealedState, Options());
    }

    /// <summary>Whose second step is to come; null where nobody's is, or no longer.</summary>
    public async Task<PortalUser?> FindAsync()
    {
        if (Context.Request.Cookies[_cookie] is not { Length: > 0 and < 2000 } cookie
            || Read(cookie) is not [var id, var stamp, var ticks])
        {
            return null;
        }

        var begun = new DateTimeOffset(long.Parse(ticks, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
        return begun > time.GetUtcNow() - Lifetime && await users.FindByIdAsync(id) is { IsDisabled: false, TwoFactorEnabled: true } user
            && user.SecurityStamp == stamp
            ? user
            : null;
    }

    /// <summary>The second step is done.</summary>
    public void End() => Context.Response.Cookies.Delete(_cookie, Options());

    private string[] Read(string cookie)
    {
        try
        {
            return _protector.Unprotect(cookie).Split('\n');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private CookieOptions Options() => new CookieBuilder
    {
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always,
    }.Build(Context);
}
