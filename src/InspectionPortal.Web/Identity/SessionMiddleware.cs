using System.Security.Claims;
using InspectionPortal.Web.Data.Interceptors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Identity;

/// <summary>Turns the cookie into the person as they are now. A cookie that no longer holds is removed.</summary>
public sealed class SessionMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(
        HttpContext context, SessionReader reader, CurrentSession current, ChangeOrigin origin, IOptions<IdentityOptions> identity)
    {
        // An error page runs through here once more; who asks is known by then, and a link officer's role can no longer look.
        if (current.Person is null
            && context.User.Identity?.IsAuthenticated == true
            && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var userId))
        {
            var stamp = context.User.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
            if (await reader.ReadAsync(userId, stamp, context.RequestAborted) is { } session)
            {
                current.SignIn(session);
                origin.UserId = session.UserId;
            }
            else
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
                context.Response.Cookies.Delete(SessionCookie.Name);
            }
        }

        await next(context);
    }
}

/// <summary>Names of the cookies the portal sets.</summary>
public static class SessionCookie
{
    public const string Name = "portal-session";
    public const string AntiforgeryName = "portal-form";
    public const string TempDataName = "portal-notice";
}
