using System.Globalization;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data.EvidenceFiles;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Copies the evidence files into an archive: every version that a person may read here, whether released or not.</summary>
public sealed class ArchiveEvidence(EvidenceStore store, ScanRule scans)
{
    private const int PieceLength = 80 * 1024;

    /// <summary>
    /// The path of the version's file in the archive; null for a link, a note, or a file that the virus scan keeps closed.
    /// </summary>
    public string? PathOf(EvidenceVersion version) => version.StorageName is not null && scans.Judge(version.Scan) == EvidenceReadability.Readable
        ? PathOf(version.ItemId, version.Number, version.FileName)
        : null;

    /// <summary>Copies the files one after another; one that is missing or different is noted and does not stop the others.</summary>
    public async Task CopyAsync(ArchivePackage package, ArchiveContent content, int tenantId, ArchiveProgress progress, CancellationToken cancellationToken)
    {
        foreach (var file in content.Files.Values)
        {
            await progress(content.StepsDone, content.StepsTotal, "Copying evidence files", cancellationToken);
            content.StepsDone++;
            if (await CopyAsync(package, file, tenantId, cancellationToken) is { } why)
            {
                content.Gaps.Add(new ArchiveGap(file.ItemId, file.Number, file.FileName, why));
            }
        }
    }

    private async Task<string?> CopyAsync(ArchivePackage package, ArchiveFile file, int tenantId, CancellationToken cancellationToken)
    {
        switch (scans.Judge(file.Scan))
        {
            case EvidenceReadability.Never:
                return "Not included: it contains a virus.";
            case EvidenceReadability.WaitingForScan:
                return "Not included: it has not been scanned for viruses yet.";
        }

        await using var from = await store.OpenAsync(tenantId, file.StorageName, cancellationToken);
        if (from is null)
        {
            return "Not included: the portal no longer has the file.";
        }

        var entry = await package.AddAsync(
            PathOf(file.ItemId, file.Number, file.FileName),
            async stream =>
            {
                await from.CopyToAsync(stream, PieceLength, cancellationToken);
                return null;
            },
            cancellationToken);
        return entry.Sha256 == file.Sha256 ? null : "Included, but the file has changed: its SHA-256 is not the one in tables/evidence-versions.";
    }

    private static string PathOf(Guid itemId, int number, string? fileName) =>
        $"evidence/{itemId}/{number.ToString(CultureInfo.InvariantCulture)}-{EvidenceFileName.Safe(fileName)}";
}
