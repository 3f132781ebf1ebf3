using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Feeds;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Data.Interceptors;

/// <summary>Writes down every change in the same transaction as the change itself.</summary>
public sealed class AuditInterceptor(ChangeOrigin origin, TimeProvider time) : SaveChangesInterceptor
{
    /// <summary>Fields whose values are secrets or bytes: the entry says that they changed, not to what.</summary>
    private static readonly HashSet<string> Withheld = new(StringComparer.Ordinal)
    {
        nameof(PortalUser.PasswordHash), nameof(PortalUser.SecurityStamp), nameof(PortalUser.ConcurrencyStamp),
        nameof(Invitation.TokenHash), "Snapshot", "ScrutinyEdition", "Xml", "Value", "Data", "Done",
    };

    /// <summary>
    /// Fields that only say how far a job is, many times a second, or that somebody signed in, which the security log says.
    /// </summary>
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        nameof(PartnershipJob.RunId), nameof(PartnershipJob.StepsDone), nameof(PartnershipJob.StepsTotal), nameof(PartnershipJob.StepWords),
        nameof(PortalUser.LastTotpStep), nameof(PortalPasskey.LastUsedAt), nameof(IdentityPasskeyData.SignCount),
    };

    private static readonly HashSet<Type> Unaudited =
    [
        typeof(AuditEntry), typeof(AuditLink), typeof(AuditHead), typeof(PlatformAuditEntry), typeof(AccessEntry), typeof(SignInFailure), typeof(DataProtectionKeyRow),
        typeof(UserSession), typeof(SecurityEvent), typeof(OutboxMessage), typeof(AutosavedUpdate), typeof(StagedFile),
        typeof(Notification), typeof(NotificationPreference), typeof(CalendarFeed),
    ];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record((PortalDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record((PortalDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Record(PortalDbContext context)
    {
        context.ChangeTracker.DetectChanges();
        var changed = context.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && IsAudited(e.Entity))
            .ToList();
        var drafts = changed.Count == 0
            ? []
            : context.ChangeTracker.Entries<ProgressUpdate>().Where(u => u.Entity.State == UpdateState.Draft).Select(u => u.Entity.Id).ToHashSet();
        foreach (var entry in changed)
        {
            var changes = Changes(entry, IsDraft(entry, drafts));
            if (entry.State == EntityState.Modified && changes.Count == 0)
            {
                continue;
            }

            origin.HasChanged = true;
            var written = Entry(entry, context.CurrentTenantId, JsonSerializer.Serialize(changes, ColumnJson.Options));
            context.Add(written);
            origin.EntryId = (written as AuditEntry)?.Id ?? origin.EntryId;
            origin.IsFinal |= entry.State == EntityState.Added && PermanentRecords.Has(entry.Entity);
        }
    }

    private bool IsAudited(object row) => !Unaudited.Contains(row.GetType()) && !(origin.IsRestoring && row is ITenantScoped);

    private object Entry(EntityEntry entry, int? tenantId, string changes)
    {
        var action = entry.State switch
        {
            EntityState.Added => AuditAction.Added,
            EntityState.Deleted => AuditAction.Removed,
            _ => AuditAction.Changed,
        };
        var type = AuditedKind.Of(entry.Metadata.ClrType);
        if (entry is { Entity: Partnership own, State: EntityState.Modified } && own.Id == tenantId)
        {
            // What a partnership sets for itself is its own affair: its audit has it, not the platform's.
            return new AuditEntry
            {
                TenantId = own.Id,
                At = origin.At ??= time.GetUtcNow(),
                UserId = origin.UserId,
                Action = action,
                EntityType = type,
                EntityId = PartnershipKey.Of(own.Id),
                Command = origin.Command,
                Changes = changes,
            };
        }

        if (entry.Entity is Invitation { PartnershipId: { } inviting } invitation && inviting == tenantId)
        {
            return new AuditEntry
            {
                TenantId = inviting,
                At = origin.At ??= time.GetUtcNow(),
                UserId = origin.UserId,
                Action = action,
                EntityType = type,
                EntityId = invitation.Id,
                Command = origin.Command,
                Changes = changes,
            };
        }

        return entry.Entity is ITenantScoped tenant
            ? new AuditEntry
            {
                TenantId = tenant.TenantId,
                At = origin.At ??= time.GetUtcNow(),
                UserId = origin.UserId,
                Action = action,
                EntityType = type,
                EntityId = tenant.Id,
                Command = origin.Command,
                Changes = changes,
            }
            : new PlatformAuditEntry
            {
                At = origin.At ??= time.GetUtcNow(),
                UserId = origin.UserId,
                Action = action,
                EntityType = type,
                EntityId = string.Join('/', entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(p => p.CurrentValue)),
                Command = origin.Command,
                Changes = changes,
            };
    }

    /// <summary>What somebody writes and has not submitted yet is theirs: the audit says that it changed, not to what.</summary>
    private static bool IsDraft(EntityEntry entry, HashSet<Guid> drafts) => entry.Entity switch
    {
        ProgressUpdate own => drafts.Contains(own.Id),
        UpdateEntry { UpdateId: { } update } => drafts.Contains(update),
        UpdateFigure given => drafts.Contains(given.UpdateId),
        _ => false,
    };

    private static Dictionary<string, object?> Changes(EntityEntry entry, bool isDraft)
    {
        var changes = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in entry.Properties.Where(p => IsWritten(p.Metadata)))
        {
            var before = entry.State == EntityState.Added ? null : Stored(property.OriginalValue, property.Metadata);
            var after = entry.State == EntityState.Deleted ? null : Stored(property.CurrentValue, property.Metadata);
            var differs = entry.State == EntityState.Modified ? property.IsModified && !Equals(before, after) : before is not null || after is not null;
            if (differs)
            {
                changes[property.Metadata.Name] = (isDraft && !property.Metadata.IsForeignKey() && property.Metadata.Name != nameof(ProgressUpdate.State)) || IsWithheld(property.Metadata)
                    ? "changed"
                    : new { before, after };
            }
        }

        return changes;
    }

    /// <summary>Something that people or the portal write: no key, no version, nothing that the database works out.</summary>
    private static bool IsWritten(IProperty property) =>
        !property.IsPrimaryKey() && !property.IsConcurrencyToken && property.ValueGenerated != ValueGenerated.OnAddOrUpdate && !Passing.Contains(property.Name);

    /// <summary>Figures may be called "Value" too; they are no secret.</summary>
    private static bool IsWithheld(IProperty property) =>
        Withheld.Contains(property.Name) && (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) != typeof(decimal);

    private static object? Stored(object? value, IProperty property) => value switch
    {
        null => null,
        byte[] => "bytes",
        _ when property.GetTypeMapping().Converter is { } converter => converter.ConvertToProvider(value),
        _ => value,
    };
}
