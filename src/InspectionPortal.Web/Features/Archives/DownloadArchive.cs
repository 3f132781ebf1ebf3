using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>
/// Fetches an archive. A command, because that somebody took everything out is written to the audit: once for each fetching from
/// the start, not for the pieces in which a browser carries on.
/// </summary>
/// <param name="Id">The archive.</param>
/// <param name="IsContinued">True where only a later piece is asked for.</param>
[Requires(Permission.TakeArchive)]
public sealed record DownloadArchive(Guid Id, bool IsContinued) : ICommand<ArchiveDownload>;

public sealed record ArchiveDownload(Guid Id, string FileName, string Sha256, DateTimeOffset FinishedAt);

internal sealed class DownloadArchiveHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<DownloadArchive, Result<ArchiveDownload>>
{
    public async Task<Result<ArchiveDownload>> Handle(DownloadArchive command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var job = await database.PartnershipJobs.FirstOrDefaultAsync(
            j => j.Id == command.Id && j.Kind == JobKind.Archive && j.State == JobState.Done && j.ExpiresAt > now, cancellationToken);
        if (job is null)
        {
            return new Missing();
        }

        if (!command.IsContinued)
        {
            job.Downloads++;
            await database.SaveChangesAsync(cancellationToken);
        }

        return new ArchiveDownload(
            job.Id, ArchiveWords.FileName(current.RequiredTenant.Partnership.Slug, job.FinishedAt!.Value), job.FileSha256!, job.FinishedAt.Value);
    }
}
