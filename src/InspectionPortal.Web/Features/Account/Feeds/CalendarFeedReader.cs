using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Jobs;

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
        foreach (var tenantId in await PartnershipsAsync(userId, cancellationToken))
        {
            entries.AddRange(await partnerships.RunAsync(tenantId, acting: null, Name, services =>
                services.GetRequiredService<UnitOfWork>().ReadAtOneMomentAsync(
                    token => services.GetRequiredService<CalendarEntries>().ReadAsync(userId, token), cancellationToken)));
        }

        return entries;
    }

    private async Task<IReadOnlyList<int>> PartnershipsAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RightsReader>().ListPartnershipsAsync(userId, cancellationToken);
    }
}
