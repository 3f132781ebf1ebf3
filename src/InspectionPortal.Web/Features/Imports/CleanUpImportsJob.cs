using InspectionPortal.Domain.Imports;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>
/// At night: removes files that nobody brought in within their week, with all that is known of them; ends jobs on files that
/// can no longer be running, and forgets those that ended a week ago.
/// </summary>
[JobIs("Remove files that were not imported", JobReach.EachPartnership)]
public sealed class CleanUpImportsJob(JobTools tools) : EachPartnershipJob(tools)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromDays(1);

    private readonly JobTools _tools = tools;

    protected override Task WorkAsync(int tenantId, CancellationToken cancellationToken) => Scopes.TransactAsync(
        tenantId, acting: null, Name,
        async database =>
        {
            var now = _tools.Time.GetUtcNow();
            var jobs = await database.PartnershipJobs.Where(j => j.Kind == JobKind.BringIn || j.Kind == JobKind.UndoImport).ToListAsync(cancellationToken);
            foreach (var stuck in jobs.Where(j => j.IsUnderWay && j.AskedAt <= now - LongestRun))
            {
                stuck.State = JobState.Failed;
                stuck.Failure = "It did not finish within a day, so nothing was saved. Try again.";
                stuck.FinishedAt = now;
            }

            var running = jobs.Where(j => j.IsUnderWay).Select(j => (Guid?)j.Id).ToHashSet();
            var over = now - PlanImport.Kept;
            var waiting = await database.PlanImports.Where(i => i.State == ImportState.Read && i.At <= over && !running.Contains(i.JobId)).ToListAsync(cancellationToken);
            database.RemoveRange(waiting);
            database.RemoveRange(jobs.Where(j => j.FinishedAt <= over));
            return waiting.Count;
        },
        cancellationToken);
}
