using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>
/// Reads one person's dates across their partnerships. Each partnership is entered in a scope and a transaction of its own, behind all
/// walls, after the database itself has said that the person is a member. Grants of link officers open nothing here.
/// </summary>
internal sealed class CalendarFeedReader(IServiceScopeFactory scopes, PartnershipScopes partnerships)
{
    private const string Name = nameof(GetCalendarFeed);

    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        var entries = new List<CalendarEntry>();
        foreach (var tenantId in await MembershipsAsync(userId, cancellationToken))
        {
            entries.AddRange(await partnerships.RunAsync(tenantId, acting: null, Name, services =>
                services.GetRequiredService<UnitOfWork>().ReadAtOneMomentAsync(
                    token => services.GetRequiredService<CalendarEntries>().ReadAsync(userId, token), cancellationToken)));
        }

        return entries;
    }

    /// <summary>Partnerships at work that the person is a member of now. The database shows the person's own rows only.</summary>
    private async Task<List<int>> MembershipsAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().EnterUser(userId);
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().ReadAtOneMomentAsync(
            token => database.Memberships.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Where(m => m.UserId == userId)
                .Join(database.Partnerships.Where(p => p.State == PartnershipState.Active), m => m.TenantId, p => p.Id, (_, p) => p.Id)
                .Distinct().OrderBy(id => id).ToListAsync(token),
            cancellationToken);
    }
}
