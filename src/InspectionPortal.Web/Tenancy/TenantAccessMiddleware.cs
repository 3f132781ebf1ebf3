using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Tenancy;

/// <summary>
/// First wall, decided: a tenant endpoint answers only under a partnership that the person may enter, a platform
/// endpoint only outside. Everything else is the same 404 as an address that does not exist.
/// </summary>
public sealed class TenantAccessMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentSession current, TenantScope scope)
    {
        var requested = context.Features.Get<RequestedTenant>();
        var place = context.GetEndpoint()?.Metadata.GetMetadata<EndpointPlaceAttribute>()?.Place;

        if (requested is null)
        {
            if (place == EndpointPlace.Platform)
            {
                await next(context);
                return;
            }
        }
        else if (current.Person is null)
        {
            // Whether or not the partnership exists, and whether or not the page does: the answer is to sign in.
            var returnUrl = HttpMethods.IsGet(context.Request.Method)
                ? context.Request.PathBase + context.Request.Path + context.Request.QueryString
                : context.Request.PathBase.Value;
            context.Response.Redirect($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl ?? "/")}");
            return;
        }
        else if (place == EndpointPlace.Tenant && TenantAccess.Find(current.Person, requested.Slug) is { } access)
        {
            current.Enter(access);
            if (access.IsByGrant)
            {
                scope.EnterScrutiny(access.Grants.Select(g => g.Plan));
            }
            else
            {
                scope.EnterTenant(access.Partnership.Id);
            }

            await next(context);
            return;
        }

        if (requested is not null && current.Person is { } person)
        {
            if (TenantAccess.Find(person, requested.Slug) is { } own)
            {
                // A page that does not exist in a partnership that does: the error page keeps the way back. Nothing is read there.
                current.Enter(own);
            }
            else
            {
                await context.RequestServices.GetRequiredService<RefusalLog>().OtherPartnershipAsync(requested.Slug);
            }
        }

        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
