using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>
/// Headers that keep a browser from doing more with a page than the portal meant. No inline script or style runs without the nonce.
/// </summary>
public sealed class SecurityHeadersMiddleware(RequestDelegate next, IHostEnvironment environment)
{
    private const string NonceKey = "portal-nonce";

    public Task InvokeAsync(HttpContext context)
    {
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        context.Items[NonceKey] = nonce;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (context.Response.StatusCode == StatusCodes.Status304NotModified)
            {
                // The browser shows the page that it has, whose policy names the nonce that stands in it.
                headers.Remove(HeaderNames.ContentSecurityPolicy);
            }
            else if (string.IsNullOrEmpty(headers.ContentSecurityPolicy))
            {
                headers.ContentSecurityPolicy =
                    $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; " +
                    "font-src 'self'; frame-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
            }
            else if (!headers.ContentSecurityPolicy.ToString().Contains("frame-ancestors", StringComparison.OrdinalIgnoreCase))
            {
                // A download has set a stricter one of its own; default-src does not say who may frame it.
                headers.ContentSecurityPolicy = $"{headers.ContentSecurityPolicy}; frame-ancestors 'none'";
            }

            if (!environment.IsDevelopment() && context.Request.IsHttps)
            {
                // Here rather than by the framework's own middleware, whose header is lost where an answer is begun anew.
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }

            headers.XContentTypeOptions = "nosniff";
            // A file that is viewed within our own page says so in its policy; old browsers go by this header.
            headers.XFrameOptions = headers.ContentSecurityPolicy.ToString().Contains("frame-ancestors 'self'", StringComparison.Ordinal)
                ? "SAMEORIGIN" : "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (string.IsNullOrEmpty(headers.CacheControl))
            {
                headers.CacheControl = "no-store";
            }
            else if (headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal))
            {
                // What a cache may give to anybody sets nobody's cookie.
                headers.Remove(HeaderNames.SetCookie);
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>The nonce of this response.</summary>
    public static string Nonce(HttpContext context) => (string)context.Items[NonceKey]!;
}
