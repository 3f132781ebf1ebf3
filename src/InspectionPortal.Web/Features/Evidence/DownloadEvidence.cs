using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A member fetches the file of a version.</summary>
[Requires(Permission.ReadEvidence)]
public sealed record DownloadEvidence(Guid ItemId, int Number, bool IsViewed) : IQuery<EvidenceDownload>;

internal sealed class DownloadEvidenceHandler(PortalDbContext database, ScanRule scans) : IRequestHandler<DownloadEvidence, EvidenceDownload?>
{
    public Task<EvidenceDownload?> Handle(DownloadEvidence query, CancellationToken cancellationToken) =>
        ReadAsync(
            database.EvidenceVersions.Where(v => v.ItemId == query.ItemId && v.Number == query.Number), scans, query.IsViewed,
            cancellationToken);

    /// <summary>Reads what is needed to send a file; null for a link, a note or nothing.</summary>
    internal static async Task<EvidenceDownload?> ReadAsync(
        IQueryable<EvidenceVersion> versions, ScanRule scans, bool isViewed, CancellationToken cancellationToken)
    {
        var found = await versions.AsNoTracking().Where(v => v.StorageName != null)
            .Select(v => new { v.ItemId, v.Item!.Title, v.Number, v.FileName, v.ContentType, v.StorageName, v.Size, v.Scan, v.Sha256 })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null || scans.Judge(found.Scan) == EvidenceReadability.Never
            ? null
            : new EvidenceDownload(
                found.ItemId, found.Title, found.Number, found.FileName!, found.ContentType!, found.StorageName!,
                found.Size ?? 0, scans.Judge(found.Scan))
            {
                Sha256 = found.Sha256,
                IsViewed = isViewed,
            };
    }
}
