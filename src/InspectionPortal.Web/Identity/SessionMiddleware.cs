using System.Security.Claims;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Identity;

/// <summary>Turns the cookie into the person as they are now. A cookie that no longer holds is removed.</summary>
public sealed class SessionMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(
        HttpContext context, SessionReader reader, CurrentSession current, ChangeOrigin origin, IOptions<IdentityOptions> identity,
        SessionActivity activity)
    {
        // A page that failed comes by again to show why: the person is known, and a link officer's role may not read them anew.
        if (current.Person is null && context.User.Identity?.IsAuthenticated == true)
        {
            var cookie = SessionCookie.Of(context.User, identity.Value.ClaimsIdentity.SecurityStampClaimType);
            var slug = context.Features.Get<RequestedTenant>()?.Slug;
            if (cookie is not null && await reader.ReadAsync(cookie, slug, context.RequestAborted) is { } session)
            {
                current.SignIn(session);
                origin.UserId = session.UserId;
                await activity.TouchAsync(session.Proof, context.RequestAborted);
            }
            else
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            }
        }

        await next(context);
    }
}
