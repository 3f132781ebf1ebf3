using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity;

/// <summary>Writes down, where the decision is made, that a signed-in person was refused. A flood becomes a few lines.</summary>
public sealed class RefusalLog(IServiceScopeFactory scopes, SecurityLines lines, SecurityEventLimiter limiter, SecurityLog log, CurrentSession current)
{
    private const int SlugMaxLength = 60;

    /// <summary>The person may not do this here.</summary>
    public Task AccessRefusedAsync(HttpContext context) => current.Person is null
        ? Task.CompletedTask
        : log.WriteLimitedAsync(SecurityEventKind.AccessRefused, detail: $"{context.Request.Method} {PageOf(context)}");

    /// <summary>The person asked for a partnership that they have no access to, or that does not exist.</summary>
    /// <param name="slug">The first segment of the address, as it was typed.</param>
    public async Task OtherPartnershipAsync(string slug)
    {
        var isName = slug.Length <= SlugMaxLength && slug.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        var line = lines.Make(SecurityEventKind.OtherPartnershipRefused, about: null, isName ? $"/{slug}" : null);
        if (current.Person is null || !limiter.Admit(line))
        {
            return;
        }

        line.PartnershipId = isName ? await FindAsync(slug) : null;
        await log.WriteLinesAsync([line], CancellationToken.None);
    }

    /// <summary>The page's own address with the names of its parts, never what was typed.</summary>
    private static string PageOf(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? $"/{pattern.TrimStart('/')}" : "another page";

    /// <summary>The partnership, so that it sees the line in its own log; looked for in a scope that belongs to no partnership.</summary>
    private async Task<int?> FindAsync(string slug)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return await database.Partnerships.AsNoTracking().Where(p => p.Slug == slug).Select(p => (int?)p.Id).FirstOrDefaultAsync();
    }
}
