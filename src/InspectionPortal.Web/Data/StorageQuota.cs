using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Data;

/// <summary>Says whether the partnership of the current work has room for another file.</summary>
public sealed class StorageQuota(PortalDbContext database, IOptions<StorageOptions> options)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Why there is no room for so many bytes more, in words for whoever sends them; null where there is.</summary>
    public async Task<string?> RefusalAsync(long more, CancellationToken cancellationToken)
    {
        // One at a time for each partnership, so that files sent at the same moment are counted together.
        await database.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended('storage ' || current_setting('app.tenant', true), 0))", cancellationToken);
        var evidence = database.EvidenceVersions.Where(v => v.DestroyedAt == null).Select(v => v.Size ?? 0);
        var imports = database.PlanImports.Where(i => i.Data != null).Select(i => i.Size);
        var kept = await evidence.Concat(imports).SumAsync(cancellationToken);
        var most = options.Value.MegabytesPerPartnership * Megabyte;
        return kept + more <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Your partnership does not have enough space for this file. It uses {kept / Megabyte:N0} MB of its {most / Megabyte:N0} MB for files. Delete files that are waiting to be imported, or ask the people who run the portal for more room.");
    }
}
