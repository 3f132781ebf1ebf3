using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>
/// Sends a page from the cache if it was made for the same person and nothing has changed since. It runs after the walls: whoever gets
/// here may enter the partnership, and the revision was read from the database with this request's session. See decision 70.
/// </summary>
public sealed class PageCacheMiddleware(
    RequestDelegate next, PageCache cache, IOptions<PageCacheOptions> options, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forms,
    IHostEnvironment environment)
{
    /// <summary>Longer addresses are searches that hardly anyone repeats.</summary>
    private const int LongestAddress = 500;

    private const string Html = "text/html; charset=utf-8";

    private readonly string _noticeCookie = CookieNames.For(CookieNames.TempData, environment);

    public async Task InvokeAsync(HttpContext context, CurrentSession current, PageReader reader)
    {
        if (!IsKept(context, current))
        {
            await next(context);
            return;
        }

        var (partnership, revision) = (current.RequiredTenant.Partnership.Id, current.RequiredPerson.PageRevision);
        var key = new PageCacheKey(reader.KeyOf(context.Request), AddressOf(context.Request));
        var kept = cache.Find(partnership, revision, key);
        var page = kept;
        if (kept is null || options.Value.MakesAnewToCompare)
        {
            page = await MakeAsync(context);
            if (kept is not null && page?.Hash != kept.Hash)
            {
                await RefuseUnlessChangedAsync(context, partnership, current.RequiredPerson.PageRevision, key);
            }
        }
        else
        {
            await LogAgainAsync(kept, context);
        }

        if (page is not null)
        {
            if (page != kept)
            {
                cache.Keep(partnership, revision, key, page);
            }

            await SendAsync(context, page, current.RequiredPerson.Proof.SessionId);
        }
    }

    private static async Task RefuseUnlessChangedAsync(HttpContext context, int partnership, long revision, PageCacheKey key)
    {
        var database = context.RequestServices.GetRequiredService<PortalDbContext>();
        var now = await database.PageRevisions.Where(r => r.Id == partnership || r.Id == PageRevision.PlatformId)
            .SumAsync(r => r.Revision, context.RequestAborted);
        if (now == revision)
        {
            throw new InvalidOperationException($"{key.Address} is not the page that was kept, though nothing changed that counts.");
        }
    }

    /// <summary>A page that says what was just done is made for this response only.</summary>
    private bool IsKept(HttpContext context, CurrentSession current) =>
        cache.IsOn && current.Tenant is not null && HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>() is not null
        && !context.Request.Cookies.ContainsKey(_noticeCookie)
        && context.Request.Path.Value!.Length + context.Request.QueryString.Value!.Length <= LongestAddress;

    private static string AddressOf(HttpRequest request) =>
        string.Concat(request.PathBase.Value, request.Path.Value, request.QueryString.Value);

    private static async Task LogAgainAsync(CachedPage page, HttpContext context)
    {
        if (page.Reads.Count == 0)
        {
            return;
        }

        // Resolved here, so that other pages from the cache need no database context.
        var log = context.RequestServices.GetRequiredService<AccessLog>();
        await context.RequestServices.GetRequiredService<UnitOfWork>().RunAsync(
            async token =>
            {
                foreach (var read in page.Reads)
                {
                    await log.WriteAsync(read, token);
                }

                return page;
            },
            context.RequestAborted);
    }

    /// <summary>The page as it was made just now; null where the answer is something else, which is sent as it is.</summary>
    private async Task<CachedPage?> MakeAsync(HttpContext context)
    {
        var sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var made = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(made));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(sent);
        }

        var content = made.GetBuffer().AsMemory(0, (int)made.Length);
        DropNoticeCookie(context.Response);
        if (IsPage(context.Response))
        {
            return CachedPage.Of(content.Span, SecretsOf(context), [.. context.RequestServices.GetRequiredService<AccessLog>().Reads]);
        }

        if (!content.IsEmpty)
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }

        return null;
    }

    /// <summary>MVC deletes the cookie of the notice even if the browser has none.</summary>
    private void DropNoticeCookie(HttpResponse response)
    {
        var cookies = response.Headers.SetCookie.Where(c => !c!.StartsWith($"{_noticeCookie}=;", StringComparison.Ordinal)).ToArray();
        response.Headers.SetCookie = cookies;
    }

    /// <summary>True for a whole page without a cookie or policy of its own.</summary>
    private bool IsPage(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && response.ContentType == Html
        && string.IsNullOrEmpty(response.Headers.ContentSecurityPolicy)
        && response.Headers.SetCookie.All(c => c!.StartsWith(forms.Value.Cookie.Name + "=", StringComparison.Ordinal));

    private PageSecrets SecretsOf(HttpContext context) =>
        new(SecurityHeadersMiddleware.Nonce(context), antiforgery.GetAndStoreTokens(context).RequestToken!);

    private async Task SendAsync(HttpContext context, CachedPage page, Guid session)
    {
        var (request, response) = (context.Request, context.Response);
        var isKeptByBrowser = options.Value.BrowsersKeepPages;
        if (isKeptByBrowser && request.Cookies[forms.Value.Cookie.Name!] is { Length: > 0 } cookie
            && request.Headers.IfNoneMatch.Contains(TagOf(page, session, cookie), StringComparer.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            LetBrowserKeep(response, TagOf(page, session, cookie));
            return;
        }

        var secrets = SecretsOf(context);
        var formCookie = antiforgery.GetAndStoreTokens(context).CookieToken ?? request.Cookies[forms.Value.Cookie.Name!];
        if (isKeptByBrowser && formCookie is not null)
        {
            LetBrowserKeep(response, TagOf(page, session, formCookie));
        }

        response.ContentType = Html;
        var content = new ArrayBufferWriter<byte>(page.Size + 1024);
        if (TakesGzip(request))
        {
            response.Headers.ContentEncoding = "gzip";
            page.WriteGzip(content, secrets);
        }
        else
        {
            page.WritePlain(content, secrets);
        }

        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        response.ContentLength = content.WrittenCount;
        await response.Body.WriteAsync(content.WrittenMemory, context.RequestAborted);
    }

    /// <summary>The tag differs between sessions, and changes when the tokens in the page's forms stop being valid.</summary>
    private static string TagOf(CachedPage page, Guid session, string formCookie) =>
        $"W/\"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{page.Hash}/{session}/{formCookie}")), 0, 16)}\"";

    private static void LetBrowserKeep(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Remove(HeaderNames.Pragma);
    }

    private static bool TakesGzip(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var wanted)
        && wanted.Any(w => w.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && w.Quality is null or > 0);
}
