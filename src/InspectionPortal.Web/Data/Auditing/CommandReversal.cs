using System.Globalization;
using System.Reflection;
using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Partnerships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>
/// Takes back what one run of a command changed, by what the audit says of it: changed fields get the values they had before,
/// what was added goes, and what was removed comes back under its own id. The settings of the partnership are rows like any other. If
/// somebody has changed one of the fields since, nothing is undone.
/// </summary>
internal static class CommandReversal
{
    private static readonly MethodInfo LoadRows =
        typeof(CommandReversal).GetMethod(nameof(LoadRowsAsync))!;

    private static readonly TimeSpan DatabasePrecision = TimeSpan.FromMilliseconds(1);

    /// <summary>Reverses the newest run of a command that touched a thing. The caller saves.</summary>
    /// <param name="database">In the partnership's transaction.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="entityId">One of the things that it changed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Null where all of it is reversed; else a sentence that says why nothing may be saved.</returns>
    public static async Task<string?> ReverseAsync(
        PortalDbContext database, string command, Guid entityId, CancellationToken cancellationToken)
    {
        var own = await database.AuditEntries.AsNoTracking().Where(e => e.Command == command && e.EntityId == entityId)
            .OrderByDescending(e => e.At).FirstOrDefaultAsync(cancellationToken);
        return own is null ? "The audit does not say what was changed." : await ReverseRunAsync(database, own, cancellationToken);
    }

    /// <summary>Reads the rows of one kind into the context.</summary>
    /// <typeparam name="TRow">The kind.</typeparam>
    /// <param name="database">In the partnership's transaction.</param>
    /// <param name="ids">Which rows.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static Task LoadRowsAsync<TRow>(PortalDbContext database, Guid[] ids, CancellationToken cancellationToken)
        where TRow : TenantEntity => database.Set<TRow>().Where(r => ids.Contains(r.Id)).LoadAsync(cancellationToken);

    /// <summary>Reverses the run of a command that wrote an entry. The caller saves.</summary>
    /// <param name="database">In the partnership's transaction.</param>
    /// <param name="own">Any of the run's entries.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Null where all of it is reversed; else a sentence that says why nothing may be saved.</returns>
    public static async Task<string?> ReverseRunAsync(PortalDbContext database, AuditEntry own, CancellationToken cancellationToken)
    {
        var run = await database.AuditEntries.AsNoTracking()
            .Where(e => e.Command == own.Command && e.At == own.At && e.UserId == own.UserId).ToListAsync(cancellationToken);
        await LoadAsync(database, run, cancellationToken);

        // What the run added may depend on each other. The database judges them when all are marked, in whatever order they were.
        database.ChangeTracker.CascadeDeleteTiming = CascadeTiming.OnSaveChanges;
        database.ChangeTracker.DeleteOrphansTiming = CascadeTiming.OnSaveChanges;
        foreach (var entry in run)
        {
            if (await ReverseAsync(database, entry, cancellationToken) is { } against)
            {
                return against;
            }
        }

        return null;
    }

    /// <summary>True if one entry undoes the other: it sets the same fields to the values they had before.</summary>
    public static bool IsReverseOf(AuditEntry one, AuditEntry other)
    {
        using var undone = JsonDocument.Parse(one.Changes);
        using var done = JsonDocument.Parse(other.Changes);
        return undone.RootElement.EnumerateObject().Count() == done.RootElement.EnumerateObject().Count()
            && done.RootElement.EnumerateObject().All(c => undone.RootElement.TryGetProperty(c.Name, out var back)
                && c.Value.ValueKind == JsonValueKind.Object && back.ValueKind == JsonValueKind.Object
                && AreEqual(Side(c.Value, "before"), Side(back, "after")));
    }

    private static JsonElement? Side(JsonElement change, string side) =>
        change.TryGetProperty(side, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static bool AreEqual(JsonElement? one, JsonElement? other) =>
        one is { } first && other is { } second ? JsonElement.DeepEquals(first, second) : one is null && other is null;

    /// <summary>Reads what the run touched in one command for each kind, however much it is.</summary>
    private static async Task LoadAsync(PortalDbContext database, List<AuditEntry> run, CancellationToken cancellationToken)
    {
        foreach (var kind in run.Where(e => e.Action != AuditAction.Removed).GroupBy(e => e.EntityType, StringComparer.Ordinal))
        {
            if (TypeOf(database, kind.Key)?.ClrType is { } type && typeof(TenantEntity).IsAssignableFrom(type))
            {
                var ids = kind.Select(e => e.EntityId).ToArray();
                await (Task)LoadRows.MakeGenericMethod(type).Invoke(null, [database, ids, cancellationToken])!;
            }
        }
    }

    private static IEntityType? TypeOf(PortalDbContext database, string kind) =>
        database.Model.GetEntityTypes().FirstOrDefault(t => AuditedKind.Of(t.ClrType) == kind);

    /// <summary>What a partnership sets for itself is on its own row, which has a number and belongs to no other.</summary>
    private static object[] KeyOf(IEntityType type, AuditEntry entry) =>
        type.ClrType == typeof(Partnership) ? [entry.TenantId] : [entry.TenantId, entry.EntityId];

    private static async Task<string?> ReverseAsync(PortalDbContext database, AuditEntry entry, CancellationToken cancellationToken)
    {
        var kind = AuditText.Kind(entry.EntityType);
        var type = TypeOf(database, entry.EntityType);
        var found = type is null ? null : await database.FindAsync(type.ClrType, KeyOf(type, entry), cancellationToken);
        if (entry.Action == AuditAction.Removed)
        {
            return found is null && type is not null ? Restore(database, type, entry) : $"The {kind} is there again.";
        }

        if (found is null || (entry.Action == AuditAction.Added && PermanentRecords.Has(found)))
        {
            return found is null ? $"The {kind} is not there any more." : $"It recorded a {kind}, which cannot be deleted.";
        }

        var row = database.Entry(found);
        using var changes = JsonDocument.Parse(entry.Changes);
        if (!changes.RootElement.EnumerateObject().All(c => IsAsLeft(row, c)))
        {
            return $"The {kind} has been changed since.";
        }

        if (entry.Action == AuditAction.Added)
        {
            database.Remove(found);
            return null;
        }

        foreach (var change in changes.RootElement.EnumerateObject())
        {
            var property = row.Property(change.Name);
            property.CurrentValue = Before(property.Metadata, change.Value);
        }

        return null;
    }

    /// <summary>Adds what was removed again, with its id and every value it had.</summary>
    private static string? Restore(PortalDbContext database, IEntityType type, AuditEntry entry)
    {
        var row = database.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        row.Property(nameof(AuditEntry.TenantId)).CurrentValue = entry.TenantId;
        row.Property(nameof(AuditEntry.Id)).CurrentValue = entry.EntityId;
        using var changes = JsonDocument.Parse(entry.Changes);
        foreach (var change in changes.RootElement.EnumerateObject())
        {
            if (change.Value.ValueKind != JsonValueKind.Object || type.FindProperty(change.Name) is not { } property)
            {
                return $"The {AuditText.Kind(entry.EntityType)} had values that the audit does not keep.";
            }

            row.Property(property.Name).CurrentValue = Before(property, change.Value);
        }

        row.State = EntityState.Added;
        return null;
    }

    private static bool IsAsLeft(EntityEntry row, JsonProperty change) =>
        row.Metadata.FindProperty(change.Name) is { } property && IsAsLeft(row, property, change.Value);

    /// <summary>True where the field still has the value that the command gave it. A value that the audit withholds is never
    /// known.</summary>
    private static bool IsAsLeft(EntityEntry row, IProperty property, JsonElement change)
    {
        if (change.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var current = row.Property(property.Name).CurrentValue;
        var stored = property.GetTypeMapping().Converter is { } converter && current is not null
            ? converter.ConvertToProvider(current)
            : current;
        var after = Side(change, "after");
        return (stored, after) switch
        {
            (null, null) => true,
            (null, _) or (_, null) => false,
            (DateTimeOffset at, { } said) => said.TryGetDateTimeOffset(out var then) && (at - then).Duration() < DatabasePrecision,
            (decimal number, { } said) => said.ValueKind == JsonValueKind.Number
                && decimal.Parse(said.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture) == number,
            (string text, { } said) =>
                said.ValueKind == JsonValueKind.String && string.Equals(said.GetString(), text, StringComparison.Ordinal),
            (_, { } said) => JsonElement.DeepEquals(JsonSerializer.SerializeToElement(stored, ColumnJson.Options), said),
        };
    }

    private static object? Before(IProperty property, JsonElement change)
    {
        if (Side(change, "before") is not { } before)
        {
            return null;
        }

        var converter = property.GetTypeMapping().Converter;
        var stored = before.Deserialize(converter?.ProviderClrType ?? property.ClrType, ColumnJson.Options);
        return converter is null ? stored : converter.ConvertFromProvider(stored);
    }
}
