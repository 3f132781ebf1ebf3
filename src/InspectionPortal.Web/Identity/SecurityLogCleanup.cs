using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Identity;

/// <summary>Removes lines of the security log that are older than the installation keeps them. A nightly job calls it.</summary>
public sealed class SecurityLogCleanup(PortalDbContext database, IOptions<SecurityLogOptions> options, TimeProvider time)
{
    private const int RowsAtOnce = 1000;

    /// <summary>Removes what is too old and says how many lines went.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays);
        var removed = 0;
        int batch;
        do
        {
            batch = await database.Database.ExecuteSqlAsync(
                $"delete from security_events where id in (select id from security_events where at < {before} limit {RowsAtOnce})",
                cancellationToken);
            removed += batch;
        }
        while (batch == RowsAtOnce);
        return removed;
    }
}
