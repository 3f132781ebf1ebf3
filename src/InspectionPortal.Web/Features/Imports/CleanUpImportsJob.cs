using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>At night: removes files that nobody brought in within their week, with all that is known of them.</summary>
[JobIs("Remove files of plans that nobody brought in", JobReach.EachPartnership)]
public sealed class CleanUpImportsJob(JobTools tools) : EachPartnershipJob(tools)
{
    private readonly JobTools _tools = tools;

    protected override Task WorkAsync(int tenantId, CancellationToken cancellationToken) => Scopes.TransactAsync(
        tenantId, acting: null, Name,
        async database =>
        {
            var over = _tools.Time.GetUtcNow() - PlanImport.Kept;
            var waiting = await database.PlanImports.Where(i => i.State == ImportState.Read && i.At <= over).ToListAsync(cancellationToken);
            database.RemoveRange(waiting);
            return waiting.Count;
        },
        cancellationToken);
}
