using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A member fetches the file of a version.</summary>
[Requires(Permission.ReadEvidence)]
public sealed record DownloadEvidence(Guid ItemId, int Number) : IQuery<EvidenceDownload>;

/// <summary>Which file to send, and whether it may be sent at all.</summary>
public sealed record EvidenceDownload(
    Guid ItemId, string Title, int Number, string FileName, string ContentType, string StorageName, long Size, EvidenceReadability Readability) : IReadByLinkOfficers
{
    public string WhatWasRead => Readability == EvidenceReadability.Readable
        ? $"Evidence: {Title}, version {Number}, downloaded"
        : $"Evidence: {Title}, version {Number}, asked for but not sent";
}

/// <summary>Whether a scan lets a file be read.</summary>
public enum EvidenceReadability
{
    Readable,
    WaitingForScan,
    Never,
}

/// <summary>The rule of scans: unscanned only where the configuration says so, infected never.</summary>
public sealed class ScanRule(IConfiguration configuration)
{
    /// <summary>True where the portal lets people read what nobody scanned: demonstrations.</summary>
    public bool AllowsUnscanned { get; } = configuration.GetValue("Evidence:AllowUnscanned", defaultValue: false);

    public EvidenceReadability Judge(ScanResult scan) => scan switch
    {
        ScanResult.Clean or ScanResult.NotNeeded => EvidenceReadability.Readable,
        ScanResult.NotScanned when AllowsUnscanned => EvidenceReadability.Readable,
        ScanResult.NotScanned => EvidenceReadability.WaitingForScan,
        _ => EvidenceReadability.Never,
    };
}

internal sealed class DownloadEvidenceHandler(PortalDbContext database, ScanRule scans) : IRequestHandler<DownloadEvidence, EvidenceDownload?>
{
    public Task<EvidenceDownload?> Handle(DownloadEvidence query, CancellationToken cancellationToken) =>
        ReadAsync(database.EvidenceVersions.Where(v => v.ItemId == query.ItemId && v.Number == query.Number), scans, cancellationToken);

    /// <summary>Reads what is needed to send a file; null for a link, a note or nothing.</summary>
    internal static async Task<EvidenceDownload?> ReadAsync(IQueryable<EvidenceVersion> versions, ScanRule scans, CancellationToken cancellationToken)
    {
        var found = await versions.AsNoTracking().Where(v => v.StorageName != null)
            .Select(v => new { v.ItemId, v.Item!.Title, v.Number, v.FileName, v.ContentType, v.StorageName, v.Size, v.Scan })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null || scans.Judge(found.Scan) == EvidenceReadability.Never
            ? null
            : new EvidenceDownload(
                found.ItemId, found.Title, found.Number, found.FileName!, found.ContentType!, found.StorageName!, found.Size ?? 0, scans.Judge(found.Scan));
    }
}
