using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>
/// Several times a day: tells partnership leads and link officers of access that ends soon: 14 days before, or halfway through shorter
/// access. The grant is marked in the same transaction, and a grant that another node marked meanwhile undoes the whole of it, so nobody
/// is told twice.
/// </summary>
[JobIs("Tell of access that ends", JobReach.EachPartnership)]
public sealed class SendAccessEndingJob(JobTools tools) : EachPartnershipJob(tools)
{
    private readonly TimeProvider _time = tools.Time;

    protected override Task WorkAsync(int tenantId, CancellationToken cancellationToken) => Scopes.RunAsync(
        tenantId, acting: null, Name,
        services => services.GetRequiredService<UnitOfWork>().RunAsync(
            token => TellAsync(
                services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<AccessNotices>(), tenantId, token),
            cancellationToken));

    private async Task<int> TellAsync(PortalDbContext database, AccessNotices notices, int tenantId, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var isActive = await database.Partnerships.AnyAsync(
            p => p.Id == tenantId && p.State == PartnershipState.Active && p.AsAt == null, cancellationToken);
        var open = !isActive ? [] : await database.ScrutinyGrants
            .Where(g => g.RevokedAt == null && g.ExpiryToldAt == null && g.Until > now).ToListAsync(cancellationToken);
        var ending = open.FindAll(g => g.IsEndingSoon(now));
        foreach (var grant in ending)
        {
            grant.ExpiryToldAt = now;
            await notices.ExpiringAsync(grant, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        return ending.Count;
    }
}
