using System.Globalization;
using System.Text.Json;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data.EvidenceFiles;

namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>The files of evidence in an archive: each is received as if somebody sent it, and kept once its rows are written.</summary>
internal sealed class RestoredEvidence(EvidenceStore store, ArchiveReader archive, int tenantId)
{
    private readonly List<StoredFile> _received = [];

    public List<string> Gaps { get; } = [];

    public int Count => _received.Count;

    /// <summary>Gives a version the file that its row in the archive names.</summary>
    public async Task AttachAsync(EvidenceVersion version, JsonElement row, CancellationToken cancellationToken)
    {
        if (version.FileName is null || version.DestroyedAt is not null)
        {
            version.Scan = ScanResult.NotNeeded;
            return;
        }

        Doubt(version);
        version.StorageName = FileNames.New();
        var path = row.TryGetProperty("file", out var file) && file.ValueKind == JsonValueKind.String ? file.GetString()! : null;
        if (path is null || !archive.Has(path))
        {
            Say(version, "the archive does not have the file.");
            return;
        }

        var receipt = await ReceiveAsync(path, EvidenceFileName.Safe(version.FileName), cancellationToken);
        if (receipt.File is not { } received)
        {
            Say(version, $"{receipt.Problem}.");
        }
        else if (received.Sha256 != version.Sha256)
        {
            store.Discard(received.StorageName);
            Say(version, "the file is not the one that was recorded.");
        }
        else
        {
            (version.StorageName, version.ContentType, version.Size) = (received.StorageName, received.ContentType, received.Size);
            (version.HasMacros, version.Contents) = (received.HasMacros, received.Contents);
            _received.Add(received);
        }
    }

    /// <summary>Moves the files into place; called once all rows are written.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        foreach (var file in _received)
        {
            await store.KeepAsync(file, cancellationToken);
        }
    }

    /// <summary>Removes what was received for nothing.</summary>
    public void Discard() => _received.ForEach(f => store.Discard(f.StorageName));

    /// <summary>Takes a file in as one that came piece by piece, because it may be larger than one that comes with a form.</summary>
    private async Task<Receipt> ReceiveAsync(string path, string fileName, CancellationToken cancellationToken)
    {
        if (EvidenceFileType.Claimed(fileName) is null)
        {
            return Receipt.Refused($"The file must be {EvidenceFileType.Accepted}");
        }

        var storageName = FileNames.New();
        var isGood = false;
        try
        {
            await using var content = archive.Open(path, RestoreLimits.TableBytes);
            await store.AppendAsync(storageName, 0, RestoreLimits.TableBytes, content, cancellationToken);
            var receipt = await store.JudgeAsync(storageName, fileName, tenantId, cancellationToken);
            isGood = receipt.File is not null;
            return receipt;
        }
        finally
        {
            if (!isGood)
            {
                store.Discard(storageName);
            }
        }
    }

    /// <summary>
    /// Never what an archive says: a file counts as scanned where it was scanned. One with a virus stays one. What is not known to be
    /// clean is not released; the partnership releases it again once it is scanned.
    /// </summary>
    private static void Doubt(EvidenceVersion version)
    {
        (version.ReleasedAt, version.ReleasedByUserId) = (null, null);
        if (version.Scan != ScanResult.Infected)
        {
            (version.Scan, version.ScannedAt, version.ScanTriedAt, version.ScanNote) = (ScanResult.NotScanned, null, null, null);
        }
    }

    private void Say(EvidenceVersion version, string why) =>
        Gaps.Add(string.Create(CultureInfo.InvariantCulture, $"{version.FileName}, version {version.Number}: {why}"));
}
