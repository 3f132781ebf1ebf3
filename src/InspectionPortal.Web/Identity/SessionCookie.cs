using System.Security.Claims;

namespace InspectionPortal.Web.Identity;

/// <summary>What a cookie claims. Nothing of it is believed before <see cref="SessionReader"/> has looked.</summary>
/// <param name="UserId">Whose session it is.</param>
/// <param name="SessionId">The row of <see cref="UserSession"/>.</param>
/// <param name="SecurityStamp">The account's stamp when the cookie was made.</param>
public sealed record SessionCookie(Guid UserId, Guid SessionId, string? SecurityStamp)
{
    /// <summary>Reads the claims; null where the person or the session is not named.</summary>
    public static SessionCookie? Of(ClaimsPrincipal principal, string stampClaimType) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
        && Guid.TryParse(principal.FindFirstValue(SessionStore.ClaimType), out var session)
            ? new SessionCookie(user, session, principal.FindFirstValue(stampClaimType))
            : null;
}
