using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Makes the archive that was asked for. Run again, it starts from the beginning and leaves one file.</summary>
[JobIs("Create an archive", JobReach.OnePartnership)]
public sealed class CreateArchiveJob(JobTools tools, ArchiveStore store) : PartnershipAskedJob(tools)
{
    /// <summary>How long an archive can be fetched.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly JobTools _tools = tools;

    protected override async Task WorkAsync(JobRun run, CancellationToken cancellationToken)
    {
        var (tenantId, jobId, askedBy) = run.Order;
        try
        {
            var (size, sha256) = await Scopes.RunAsync(
                tenantId, askedBy, Name,
                services => services.GetRequiredService<ArchiveBuilder>().BuildAsync(store.Create(tenantId, run.Id), askedBy, run.ReportAsync, cancellationToken));
            await run.FinishAsync(
                job =>
                {
                    job.FileSize = size;
                    job.FileSha256 = sha256;
                    job.ExpiresAt = _tools.Time.GetUtcNow() + Kept;
                },
                () => store.Keep(tenantId, run.Id, jobId),
                cancellationToken);
        }
        finally
        {
            store.Discard(tenantId, run.Id);
        }
    }
}
