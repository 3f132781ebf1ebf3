using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Data.EvidenceFiles.Scanning;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>
/// After each commit that added a file, and every minute: sends what waits to the virus scanner. While the scanner is down everything
/// waits, and the first run after it is back works through it. A file that the scanner could not judge is tried again after an hour.
/// </summary>
[JobIs("Scan evidence for viruses", JobReach.EachPartnership)]
public sealed class ScanEvidenceJob(JobTools tools, VirusScanner scanner, EvidenceStore store) : EachPartnershipJob(tools)
{
    private const int FilesInOneRun = 200;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = tools.Time;
    private readonly ILogger _log = tools.Logs.CreateLogger<ScanEvidenceJob>();
    private bool _isDown;

    protected override async Task WorkAsync(int tenantId, CancellationToken cancellationToken)
    {
        if (!scanner.IsConfigured || _isDown)
        {
            return;
        }

        foreach (var waiting in await WaitingAsync(tenantId, cancellationToken))
        {
            try
            {
                var reply = await ScanAsync(tenantId, waiting.StorageName, cancellationToken);
                await KeepAsync(tenantId, waiting.Id, reply, cancellationToken);
            }
            catch (ScannerUnavailableException down)
            {
                _isDown = true;
                _log.LogWarning(down, "Files of evidence wait: the virus scanner is not available.");
                return;
            }
        }
    }

    private Task<List<Waiting>> WaitingAsync(int tenantId, CancellationToken cancellationToken)
    {
        var before = _time.GetUtcNow() - RetryAfter;
        return Scopes.TransactAsync(
            tenantId, acting: null, Name,
            database => database.EvidenceVersions.AsNoTracking()
                .Where(v => v.StorageName != null && v.Scan == ScanResult.NotScanned && (v.ScanTriedAt == null || v.ScanTriedAt < before))
                .OrderBy(v => v.AddedAt).Take(FilesInOneRun)
                .Select(v => new Waiting(v.Id, v.StorageName!)).ToListAsync(cancellationToken),
            cancellationToken);
    }

    private async Task<ScanReply> ScanAsync(int tenantId, string storageName, CancellationToken cancellationToken)
    {
        await using var file = await store.OpenAsync(tenantId, storageName, cancellationToken);
        return file is null
            ? new ScanReply(ScanResult.NotScanned, "The portal no longer has the file")
            : await scanner.ScanAsync(file, cancellationToken);
    }

    private Task<bool> KeepAsync(int tenantId, Guid id, ScanReply reply, CancellationToken cancellationToken) => Scopes.TransactAsync(
        tenantId, acting: null, Name,
        async database =>
        {
            var now = _time.GetUtcNow();
            var version = await database.EvidenceVersions.FirstOrDefaultAsync(
                v => v.Id == id && v.Scan == ScanResult.NotScanned, cancellationToken);
            if (version is null)
            {
                return false;
            }

            version.Scan = reply.Result;
            version.ScanNote = reply.Note;
            version.ScanTriedAt = now;
            version.ScannedAt = reply.Result == ScanResult.NotScanned ? null : now;
            return true;
        },
        cancellationToken);

    private sealed record Waiting(Guid Id, string StorageName);
}
