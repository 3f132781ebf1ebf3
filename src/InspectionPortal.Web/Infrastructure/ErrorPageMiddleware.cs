using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>
/// One page for each way a request can fail. What was typed stays in the browser's own history; the page says what to do.
/// The 404 for someone else's partnership is byte for byte the 404 for one that does not exist.
/// </summary>
public sealed class ErrorPageMiddleware(RequestDelegate next, ILogger<ErrorPageMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var (pathBase, path) = (context.Request.PathBase, context.Request.Path);
        var isHidden = false;
        try
        {
            await next(context);
        }
        catch (MessageRefusedException refused) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = refused.StatusCode;
            isHidden = refused.StatusCode == StatusCodes.Status404NotFound;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (IOException full) when (IsDiskFull(full) && !context.Response.HasStarted)
        {
            logger.LogError(full, "There is no space left: {Method} {Path}", context.Request.Method, path);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status507InsufficientStorage;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            logger.LogError(exception, "Request failed: {Method} {Path}", context.Request.Method, path);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (isHidden || context.Response.StatusCode == StatusCodes.Status403Forbidden)
        {
            await context.RequestServices.GetRequiredService<RefusalLog>().AccessRefusedAsync(context);
        }

        if (context.Response.StatusCode == StatusCodes.Status401Unauthorized && !context.Response.HasStarted)
        {
            var back = HttpMethods.IsGet(context.Request.Method) ? $"?returnUrl={Uri.EscapeDataString(pathBase + path + context.Request.QueryString)}" : string.Empty;
            context.Response.Redirect($"/account/sign-in{back}");
            return;
        }

        if (context.Response.StatusCode >= 400 && !context.Response.HasStarted
            && context.Response.ContentLength is null && string.IsNullOrEmpty(context.Response.ContentType))
        {
            await ShowAsync(context, pathBase, path);
        }
    }

    /// <summary>ENOSPC and EDQUOT of Linux, EDQUOT of macOS, and ERROR_DISK_FULL of Windows.</summary>
    private static bool IsDiskFull(IOException failure) => failure.HResult is 28 or 122 or 69 or unchecked((int)0x80070070);

    private async Task ShowAsync(HttpContext context, PathString pathBase, PathString path)
    {
        var status = context.Response.StatusCode;
        context.Features.Set<RequestedTenant>(null);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.PathBase = pathBase;
        context.Request.Path = $"/error/{status}";
        context.Request.Method = HttpMethods.Get;

        // A form that broke off would break the page that says so: nothing reads the body again.
        context.Request.ContentType = null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Path = path;
        }
    }
}
