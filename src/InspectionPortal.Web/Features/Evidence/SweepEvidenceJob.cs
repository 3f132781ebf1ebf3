using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>
/// At night: drops files that waited a day for their form, and files in the store that no version names: what a crash left between the
/// file and its row. A file is looked at only when it is a day old, so one that is being added is safe.
/// </summary>
[JobIs("Remove files that are nobody’s evidence", JobReach.EachPartnership)]
public sealed class SweepEvidenceJob(JobTools tools, EvidenceStore store) : EachPartnershipJob(tools)
{
    private readonly TimeProvider _time = tools.Time;
    private readonly ILogger _log = tools.Logs.CreateLogger<SweepEvidenceJob>();

    protected override async Task WorkAsync(int tenantId, CancellationToken cancellationToken)
    {
        var before = _time.GetUtcNow() - StagedFile.Kept;
        var dropped = await Scopes.TransactAsync(
            tenantId, acting: null, Name,
            async database =>
            {
                var old = await database.StagedFiles.Where(f => f.StartedAt < before).ToListAsync(cancellationToken);
                database.RemoveRange(old);
                return old.ConvertAll(f => f.StorageName);
            },
            cancellationToken);
        dropped.ForEach(store.Discard);

        // The store is listed before the rows are read: a file that is added in between is not on the list.
        var stored = await store.OlderThanAsync(tenantId, before, cancellationToken);
        var named = await Scopes.TransactAsync(
            tenantId, acting: null, Name,
            database => database.EvidenceVersions.Where(v => v.StorageName != null).Select(v => v.StorageName!)
                .ToHashSetAsync(StringComparer.Ordinal, cancellationToken),
            cancellationToken);
        foreach (var orphan in stored.Where(name => !named.Contains(name)))
        {
            await store.RemoveAsync(tenantId, orphan, cancellationToken);
            _log.LogInformation("Removed a file that no evidence of partnership {Tenant} names.", tenantId);
        }
    }
}
