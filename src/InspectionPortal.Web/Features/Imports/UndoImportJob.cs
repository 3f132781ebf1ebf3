using InspectionPortal.Domain.Imports;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Takes a large import back.</summary>
[JobIs("Undo an import", JobReach.OnePartnership)]
public sealed class UndoImportJob(JobTools tools) : ImportJob(tools)
{
    private protected override Task<Result<Saved>> WorkAsync(IServiceProvider services, PlanImport import, JobRun run, CancellationToken cancellationToken) =>
        services.GetRequiredService<ImportUndoer>().UndoAsync(import, run.Order.AskedBy, run.ReportAsync, cancellationToken);
}
