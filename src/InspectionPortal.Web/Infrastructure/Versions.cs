using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Saving over what others may have saved.</summary>
public static class Versions
{
    /// <summary>
    /// Compares the row with the version a form was opened at, after its changes were applied. Unchanged: nothing is left to
    /// save, whatever the version (the same form sent twice). Stale: a newer version is stored. Changed: the row is marked so
    /// that its version moves, also where only its children changed, and so that a save in between is noticed.
    /// </summary>
    public static VersionCheck Check(this PortalDbContext database, TenantEntity row, uint openedAt)
    {
        if (!database.ChangeTracker.HasChanges())
        {
            return VersionCheck.Unchanged;
        }

        if (row.Version != openedAt)
        {
            return VersionCheck.Stale;
        }

        database.Touch(row, openedAt);
        return VersionCheck.Changed;
    }

    /// <summary>Makes the row's version move with this save, provided that it is still the one given.</summary>
    public static void Touch(this PortalDbContext database, TenantEntity row, uint version)
    {
        var entry = database.Entry(row);
        entry.Property(r => r.Version).OriginalValue = version;
        if (entry.State == EntityState.Unchanged)
        {
            entry.Properties.First(p => !p.Metadata.IsPrimaryKey() && !p.Metadata.IsConcurrencyToken).IsModified = true;
        }
    }

    /// <summary>Whether a row with this id is stored: a form to add something that is sent twice adds it once.</summary>
    public static Task<bool> WasAddedAsync<TRow>(this PortalDbContext database, Guid id, CancellationToken cancellationToken)
        where TRow : TenantEntity => database.Set<TRow>().AnyAsync(r => r.Id == id, cancellationToken);

    /// <summary>Whether something with this id was removed here before: a removal sent twice is one removal.</summary>
    public static Task<bool> WasRemovedAsync(this PortalDbContext database, Guid id, CancellationToken cancellationToken) =>
        database.AuditEntries.AnyAsync(a => a.EntityId == id && a.Action == AuditAction.Removed, cancellationToken);
}
