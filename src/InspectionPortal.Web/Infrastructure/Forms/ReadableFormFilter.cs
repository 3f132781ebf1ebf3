using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>
/// Reads the form before anything else does. One that cannot be read is the sender's error: 400, and nothing runs, also where
/// an action takes no field from it.
/// </summary>
public sealed class ReadableFormFilter : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>More than any form without a file holds.</summary>
    public const long FormMaxBytes = 8L * 1024 * 1024;

    /// <summary>
    /// After the filter that sets an action's own limits (900), before the antiforgery filter, which would read the form itself (1000).
    /// </summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || context.Filters.OfType<IReadsFormItself>().Any())
        {
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = FormMaxBytes;
        }

        if (!await IsReadableAsync(request, context.HttpContext.RequestAborted))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>True where the request holds no form, or one that can be read.</summary>
    public static async Task<bool> IsReadableAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(request.ContentType) && !MediaTypeHeaderValue.TryParse(request.ContentType, out _))
        {
            return false;
        }

        try
        {
            if (request.HasFormContentType)
            {
                await request.ReadFormAsync(cancellationToken);
            }

            return true;
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException or ArgumentException or FormatException
            or IOException and not BadHttpRequestException)
        {
            return false;
        }
    }
}
