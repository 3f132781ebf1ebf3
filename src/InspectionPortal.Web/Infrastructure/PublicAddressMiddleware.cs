namespace InspectionPortal.Web.Infrastructure;

/// <summary>
/// Answers at the portal's own address alone, and over https alone: under any other name a browser keeps no cookie of ours,
/// and a page could be cached for somebody else. Health checks come from within, by whatever name.
/// </summary>
public sealed class PublicAddressMiddleware(RequestDelegate next, PublicAddress address, ILogger<PublicAddressMiddleware> logger)
{
    private readonly Uri _address = new(address.Root);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            return next(context);
        }

        if (!string.Equals(context.Request.Host.Host, _address.Host, StringComparison.OrdinalIgnoreCase))
        {
            return RefuseAsync(context);
        }

        if (!request.IsHttps)
        {
            logger.LogWarning(
                "A request from {Address} did not come over https. A proxy must be named in Proxy:Networks or Proxy:Addresses and send X-Forwarded-Proto.",
                context.Connection.RemoteIpAddress);
            return RefuseAsync(context);
        }

        return next(context);
    }

    private Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"This is not the portal's address. Open {_address.GetLeftPart(UriPartial.Authority)} instead.\n", context.RequestAborted);
    }
}
