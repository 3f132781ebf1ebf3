using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>
/// Fetches an archive. A command, because the audit says who took everything out. Each response is one entry, also where a
/// browser asks for the file in pieces: what a Range header will be taken to mean is decided later and elsewhere, so no
/// form of it may decide whether there is an entry.
/// </summary>
[Requires(Permission.TakeArchive)]
[ConfirmIdentity]
public sealed record DownloadArchive(Guid Id) : ICommand<ArchiveDownload>;

internal sealed class DownloadArchiveHandler(PortalDbContext database, CurrentSession current, SecurityLog log, TimeProvider time)
    : IRequestHandler<DownloadArchive, Result<ArchiveDownload>>
{
    public async Task<Result<ArchiveDownload>> Handle(DownloadArchive command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();

        // Locked first, so that pieces asked for at the same moment are each counted and none is refused as a conflict.
        var job = await database.PartnershipJobs
            .FromSql($"select *, xmin from partnership_jobs where id = {command.Id} for update")
            .FirstOrDefaultAsync(j => j.Kind == JobKind.Archive && j.State == JobState.Done && j.ExpiresAt > now, cancellationToken);
        if (job is null)
        {
            return new Missing();
        }

        job.Downloads++;
        log.Add(SecurityEventKind.ArchiveDownloaded);
        await database.SaveChangesAsync(cancellationToken);
        return new ArchiveDownload(
            job.Id, ArchiveText.FileName(current.RequiredTenant.Partnership.Slug, job.FinishedAt!.Value), job.FileSha256!, job.FinishedAt.Value);
    }
}
