using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>
/// How long an address may be. A search of 2,000 characters that need nine bytes each in an address must come through, also
/// when a sign-in in between wraps it once more. What is longer is answered by our own page, which says what to do; the
/// server's own limit, whose answer is an empty one, lies far above.
/// </summary>
public sealed class RequestLineLimit(RequestDelegate next)
{
    /// <summary>Most characters of an address that are read.</summary>
    public const int MostCharacters = 64 * 1024;

    private const int MostOfTheServer = 512 * 1024;

    public static void Allow(KestrelServerLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        limits.MaxRequestLineSize = MostOfTheServer;
    }

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if ((context.Request.Path.Value?.Length ?? 0) + (context.Request.QueryString.Value?.Length ?? 0) <= MostCharacters)
        {
            return next(context);
        }

        // The page that says so is no longer asked for anything.
        context.Request.QueryString = QueryString.Empty;
        context.Response.StatusCode = StatusCodes.Status414UriTooLong;
        return Task.CompletedTask;
    }
}
