using InspectionPortal.Domain.Imports;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>
/// A job on one import: finds the row that asked for it, does the work and ends in one transaction. Run again after a crash it
/// finds nothing of the first attempt, or nothing left to do.
/// </summary>
public abstract class ImportJob(JobTools tools) : PartnershipAskedJob(tools)
{
    protected override Task WorkAsync(JobRun run, CancellationToken cancellationToken) => run.CompleteAsync(
        async (services, token) =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var import = await database.PlanImports.SingleOrDefaultAsync(i => i.JobId == run.Order.JobId, token)
                ?? throw new JobFailedException("The file is no longer available, so nothing was changed.");
            var result = await WorkAsync(services, import, run, token);
            switch (result.Failure)
            {
                case Invalid invalid:
                    throw new JobFailedException(string.Join(" ", invalid.Errors.Select(e => e.Message)));
                case Conflict conflict:
                    throw new JobFailedException(conflict.Message);
                case not null:
                    throw new JobFailedException("It could not be done, and nothing was kept.");
                default:
                    break;
            }
        },
        cancellationToken);

    private protected abstract Task<Result<Saved>> WorkAsync(IServiceProvider services, PlanImport import, JobRun run, CancellationToken cancellationToken);
}
