using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// The way in for work without a request: a scope of services of its own for each partnership, entered once, so that every
/// wall stands as it does for a page. There is no scope that sees two partnerships.
/// </summary>
public sealed class PartnershipScopes(IServiceScopeFactory scopes)
{
    /// <summary>Runs work as the partnership, with services of its own and no transaction yet.</summary>
    /// <param name="tenantId">The partnership.</param>
    /// <param name="acting">Who asked, null for the portal itself; goes into the audit.</param>
    /// <param name="name">The job, for the audit.</param>
    /// <param name="work">Gets the services of that scope.</param>
    public async Task<T> RunAsync<T>(int tenantId, Guid? acting, string name, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(tenantId);
        var origin = scope.ServiceProvider.GetRequiredService<ChangeOrigin>();
        origin.UserId = acting;
        origin.Command = name;
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs work as the partnership in one transaction, and saves.</summary>
    public Task<T> TransactAsync<T>(int tenantId, Guid? acting, string name, Func<PortalDbContext, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(tenantId, acting, name, services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            return services.GetRequiredService<UnitOfWork>().RunAsync(
                async token =>
                {
                    var result = await work(database);
                    await database.SaveChangesAsync(token);
                    return result;
                },
                cancellationToken);
        });

    /// <summary>
    /// Runs work that belongs to no partnership, with services of its own and no transaction yet. It sees no partnership's rows.
    /// </summary>
    /// <param name="name">The job, for the audit.</param>
    /// <param name="work">Gets the services of that scope.</param>
    public async Task RunAsPlatformAsync(string name, Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ChangeOrigin>().Command = name;
        await work(scope.ServiceProvider);
    }

    /// <summary>Every partnership there is, open or not, by the platform's own table.</summary>
    public async Task<IReadOnlyList<int>> PartnershipsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Partnerships.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);
    }
}
