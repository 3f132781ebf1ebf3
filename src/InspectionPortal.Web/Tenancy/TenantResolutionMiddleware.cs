namespace InspectionPortal.Web.Tenancy;

/// <summary>
/// First wall: takes the first segment of the path as the partnership asked for and rebases the path, so that a tenant
/// page's links stay under its own address. It believes nothing yet; <see cref="TenantAccessMiddleware"/> decides.
/// </summary>
public sealed class TenantResolutionMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        var end = path.IndexOf('/', 1 <= path.Length ? 1 : 0);
        var segment = path.Length <= 1 ? string.Empty : path[1..(end < 0 ? path.Length : end)];

        if (segment.Length > 0 && !ReservedSegments.Contains(segment))
        {
            context.Features.Set(new RequestedTenant(segment));
            context.Request.PathBase = context.Request.PathBase.Add($"/{segment}");
            context.Request.Path = end < 0 ? "/" : path[end..];
        }

        return next(context);
    }
}
