using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>
/// Leads people who need a second step and are out of time to the page that sets one up. The first request of somebody who
/// needs one starts their days of grace.
/// </summary>
public sealed class SecondFactorMiddleware(RequestDelegate next)
{
    /// <summary>Where people set up their second step.</summary>
    public const string SetUpPath = "/account/factors";

    public async Task InvokeAsync(
        HttpContext context, CurrentSession current, SecondFactorRules rules, IServiceScopeFactory scopes, TimeProvider time)
    {
        if (current.Person is not { } person || rules.Deadline(person) is null)
        {
            await next(context);
            return;
        }

        if (person.SecondFactor.RequiredSince is null)
        {
            await StartGraceAsync(person.UserId, scopes, time.GetUtcNow(), context.RequestAborted);
        }

        if (rules.IsOverdue(person) && context.GetEndpoint()?.Metadata.GetMetadata<OpenWithoutSecondFactorAttribute>() is null)
        {
            context.Response.Redirect(SetUpPath);
            return;
        }

        await next(context);
    }

    /// <summary>Apart from the request's own work, which may be refused or only read.</summary>
    private static async Task StartGraceAsync(Guid userId, IServiceScopeFactory scopes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var user = await database.Users.FirstOrDefaultAsync(u => u.Id == userId && u.SecondFactorRequiredSince == null, cancellationToken);
        if (user is null)
        {
            return;
        }

        user.SecondFactorRequiredSince = now;
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The account was changed at the same moment; the next request starts the days of grace.
        }
    }
}
