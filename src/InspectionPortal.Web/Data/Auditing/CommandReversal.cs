using System.Globalization;
using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>
/// Takes back what one run of a command changed, by what the audit says of it: changed fields get the values they had before, and
/// what was added goes. It writes over nothing: where a field is no longer as the command left it, nothing is taken back.
/// </summary>
internal static class CommandReversal
{
    /// <summary>Records that are never deleted: a command that added one cannot be taken back.</summary>
    private static readonly HashSet<Type> NeverDeleted = [typeof(DeadlineSlip)];

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
        if (own is null)
        {
            return "The audit does not say what was changed.";
        }

        var run = await database.AuditEntries.AsNoTracking()
            .Where(e => e.Command == command && e.At == own.At && e.UserId == own.UserId).ToListAsync(cancellationToken);
        foreach (var entry in run)
        {
            if (await ReverseAsync(database, entry, cancellationToken) is { } against)
            {
                return against;
            }
        }

        return null;
    }

    private static async Task<string?> ReverseAsync(PortalDbContext database, AuditEntry entry, CancellationToken cancellationToken)
    {
        var kind = AuditText.Kind(entry.EntityType);
        var type = database.Model.GetEntityTypes().FirstOrDefault(t => AuditedKind.Of(t.ClrType) == entry.EntityType);
        var found = type is null ? null : await database.FindAsync(type.ClrType, [entry.TenantId, entry.EntityId], cancellationToken);
        if (found is null || entry.Action == AuditAction.Removed)
        {
            return $"The {kind} is not there any more.";
        }

        if (entry.Action == AuditAction.Added && NeverDeleted.Contains(found.GetType()))
        {
            return $"It recorded a {kind}, which cannot be deleted.";
        }

        var row = database.Entry(found);
        using var changes = JsonDocument.Parse(entry.Changes);
        foreach (var change in changes.RootElement.EnumerateObject())
        {
            if (row.Metadata.FindProperty(change.Name) is not { } property || !IsAsLeft(row, property, change.Value))
            {
                return $"The {kind} has been changed since.";
            }
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
        var after = change.TryGetProperty("after", out var value) && value.ValueKind != JsonValueKind.Null ? value : (JsonElement?)null;
        return (stored, after) switch
        {
            (null, null) => true,
            (null, _) or (_, null) => false,
            (DateTimeOffset at, { } said) => said.TryGetDateTimeOffset(out var then) && (at - then).Duration() < DatabasePrecision,
            (decimal number, { } said) => said.ValueKind == JsonValueKind.Number
                && decimal.Parse(said.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture) == number,
            (string text, { } said) =>
                said.ValueKind == JsonValueKind.String && string.Equals(said.GetString(), text, StringComparison.Ordinal),
            (_, { } said) =>
                string.Equals(JsonSerializer.Serialize(stored, ColumnJson.Options), said.GetRawText(), StringComparison.Ordinal),
        };
    }

    private static object? Before(IProperty property, JsonElement change)
    {
        if (!change.TryGetProperty("before", out var before) || before.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var converter = property.GetTypeMapping().Converter;
        var stored = before.Deserialize(converter?.ProviderClrType ?? property.ClrType, ColumnJson.Options);
        return converter is null ? stored : converter.ConvertFromProvider(stored);
    }
}
