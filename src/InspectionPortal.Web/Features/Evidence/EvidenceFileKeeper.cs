using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Takes files into evidence: those of the form and those that arrived before it, within the space, into place, and off to the
/// scanner.</summary>
public sealed class EvidenceFileKeeper(
    PortalDbContext database, CurrentSession current, EvidenceStore store, StorageQuota quota, JobQueue jobs)
{
    /// <summary>
    /// The files that a form is about, in the order they came. Those that arrived before it stop waiting. A refusal where one is not there,
    /// there is no room, or what is in them was not checked.
    /// </summary>
    public async Task<Result<StoredFile[]>> TakeAsync(EvidenceBody body, CancellationToken cancellationToken)
    {
        var user = current.RequiredPerson.UserId;
        var staged = await database.StagedFiles.Where(f => body.UploadIds.Contains(f.Id) && f.UserId == user && f.Sha256 != null)
            .OrderBy(f => f.StartedAt).ToListAsync(cancellationToken);
        if (staged.Count != body.UploadIds.Distinct().Count())
        {
            return Failure.Field(nameof(body.File), "A file is no longer here. Choose it again");
        }

        StoredFile[] files = [.. staged.Select(f => Stored(f, current.RequiredTenant.Partnership.Id)), .. body.Files];
        if (!body.IsChecked && Array.Exists(files, f => f.Telltales is not null))
        {
            return Failure.Field(nameof(body.IsChecked), Question(files));
        }

        if (await quota.RefusalAsync(files.Sum(f => f.Size), cancellationToken) is { } full)
        {
            return Failure.Field(nameof(body.File), full);
        }

        database.RemoveRange(staged);
        return files;
    }

    /// <summary>Moves them into place once their rows are written, and asks for their scan once the rows are committed.</summary>
    public async Task KeepAsync(IEnumerable<StoredFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await store.KeepAsync(file, cancellationToken);
        }

        jobs.RunAfterCommit<ScanEvidenceJob>();
    }

    private static string Question(IEnumerable<StoredFile> files)
    {
        var found = files.Where(f => f.Telltales is not null).Select(f => $"{f.FileName} has {f.Telltales}");
        return $"{string.Join(". ", found)}. Records of children do not belong here. Look at the file, and tick the box if it can be kept";
    }

    private static StoredFile Stored(StagedFile file, int tenantId) =>
        new(tenantId, file.StorageName, file.FileName, file.ContentType!, file.Size, file.Sha256!)
        {
            HasMacros = file.HasMacros,
            Contents = file.Contents,
            Telltales = file.Telltales,
        };
}
