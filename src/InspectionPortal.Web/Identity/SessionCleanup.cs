using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Identity;

/// <summary>Removes the rows of sessions that have been over for a while. A nightly job calls it.</summary>
public sealed class SessionCleanup(PortalDbContext database, IOptions<SessionLimits> options, TimeProvider time)
{
    private const int RowsAtOnce = 1000;

    /// <summary>Removes what is too old and says how many rows went.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.KeepEnded;
        var removed = 0;
        int batch;
        do
        {
            batch = await database.Database.ExecuteSqlAsync(
                $"""
                delete from user_sessions where id in (select id from user_sessions
                    where expires_at < {before} or ended_at < {before} limit {RowsAtOnce} for update skip locked)
                """,
                cancellationToken);
            removed += batch;
        }
        while (batch == RowsAtOnce);
        return removed;
    }
}
