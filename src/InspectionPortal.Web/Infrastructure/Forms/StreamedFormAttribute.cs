using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>
/// Keeps the framework from reading the form, in memory or into a file of its own: the action reads it part by part with
/// <see cref="EvidenceUploads"/>, which also checks the antiforgery token, before anything else of the form is read.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StreamedFormAttribute : Attribute, IResourceFilter, IAntiforgeryPolicy, IOrderedFilter, IReadsFormItself
{
    /// <summary>
    /// More than the largest file, so that one a little too large still gets its form back; past this the request is cut off.
    /// </summary>
    public const long RequestMaxBytes = 64L * 1024 * 1024;

    /// <summary>That of the framework's own antiforgery filters, so that the nearer one, this, is in force.</summary>
    public int Order => 1000;

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = RequestMaxBytes;
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
