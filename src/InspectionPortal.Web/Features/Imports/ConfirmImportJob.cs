using InspectionPortal.Domain.Imports;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Makes a large file the plan.</summary>
[JobIs("Import a plan from a file", JobReach.OnePartnership)]
public sealed class ConfirmImportJob(JobTools tools) : ImportJob(tools)
{
    private protected override async Task<Result<Saved>> WorkAsync(IServiceProvider services, PlanImport import, JobRun run, CancellationToken cancellationToken)
    {
        if (import is not { State: ImportState.Read, Data: not null, Agreed: { } agreed })
        {
            return Failure.Field("", "This file is no longer available. Upload it again to import it.");
        }

        var partnership = await services.GetRequiredService<PortalDbContext>().Partnerships.AsNoTracking().SingleAsync(p => p.Id == run.Order.TenantId, cancellationToken);
        return await services.GetRequiredService<ImportRunner>().BringInAsync(import, agreed, ImportActor.Of(partnership, run.Order.AskedBy), run.ReportAsync, cancellationToken);
    }
}
