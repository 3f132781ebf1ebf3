using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>At night: removes text that was typed and never saved, once its period is approved or nobody has touched it for 180
/// days.</summary>
[JobIs("Remove unsaved updates of approved periods", JobReach.EachPartnership)]
public sealed class CleanUpAutosavedUpdatesJob(JobTools tools) : EachPartnershipJob(tools)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private readonly JobTools _tools = tools;

    protected override Task WorkAsync(int tenantId, CancellationToken cancellationToken) => Scopes.TransactAsync(
        tenantId, acting: null, Name,
        async database =>
        {
            var over = _tools.Time.GetUtcNow() - Kept;
            var old = await database.AutosavedUpdates
                .Where(a => a.Period!.State == PeriodState.Approved || a.SavedAt <= over).ToListAsync(cancellationToken);
            database.RemoveRange(old);
            return old.Count;
        },
        cancellationToken);
}
