using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>
/// At night: removes archives whose week is over with their files, forgets failures of a week ago, ends what can no longer be
/// running, and removes files that belong to no archive.
/// </summary>
[JobIs("Remove expired archives", JobReach.EachPartnership)]
public sealed class CleanUpArchivesJob(JobTools tools, ArchiveStore store) : EachPartnershipJob(tools)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromDays(1);

    private readonly JobTools _tools = tools;

    protected override async Task WorkAsync(int tenantId, CancellationToken cancellationToken)
    {
        var now = _tools.Time.GetUtcNow();
        var known = await Scopes.TransactAsync(
            tenantId, acting: null, Name,
            async database =>
            {
                var jobs = await database.PartnershipJobs.Where(j => j.Kind == JobKind.Archive).ToListAsync(cancellationToken);
                var over = jobs.Where(j => j.State == JobState.Done ? j.ExpiresAt <= now : j.State == JobState.Failed && j.FinishedAt <= now - CreateArchiveJob.Kept).ToList();
                foreach (var stuck in jobs.Where(j => j.IsUnderWay && j.AskedAt <= now - LongestRun))
                {
                    stuck.State = JobState.Failed;
                    stuck.Failure = "It did not finish within a day, so nothing was saved. Create the archive again.";
                    stuck.FinishedAt = now;
                }

                database.RemoveRange(over);
                await database.SaveChangesAsync(cancellationToken);
                over.ForEach(j => store.Remove(tenantId, j.Id));
                return jobs.Except(over).Select(j => j.Id).ToHashSet();
            },
            cancellationToken);
        store.RemoveStrays(tenantId, known);
    }
}
