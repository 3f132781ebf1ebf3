using System.Security.Claims;
using System.Text.Encodings.Web;
using InspectionPortal.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Testing;

/// <summary>
/// Signs in whoever the header names, in the session that <see cref="PortalFixture.ClientFor"/> made for them; without the
/// header the real cookie decides.
/// </summary>
public sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptions<IdentityOptions> identity)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "TestHeader";
    public const string UserHeader = "X-Test-User";
    public const string StampHeader = "X-Test-Stamp";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[UserHeader].ToString() is not { Length: > 0 } user)
        {
            return await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        }

        var claims = new[]
        {
            new Claim(ClaimTypes.NameIdentifier, user),
            new Claim(SessionStore.ClaimType, user),
            new Claim(identity.Value.ClaimsIdentity.SecurityStampClaimType, Request.Headers[StampHeader].ToString()),
        };
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme));
    }
}
