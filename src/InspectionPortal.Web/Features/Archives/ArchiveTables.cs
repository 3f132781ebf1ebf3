using System.Globalization;
using System.Reflection;
using System.Text.Json;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Evidence;
using InspectionPortal.Web.Features.Imports;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>
/// What a partnership owns, found in the model: every tenant entity is a table of the archive, every column of it a column.
/// What is left out is listed here, with the reason, and nowhere else.
/// </summary>
public static class ArchiveTables
{
    /// <summary>Columns that say nothing outside this portal.</summary>
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        // The same in every row: the number the portal knows the partnership by.
        nameof(ITenantScoped.TenantId),

        // PostgreSQL's, changes with every restore.
        nameof(TenantEntity.Version),
    };

    /// <summary>Columns of one entity that are left out.</summary>
    private static readonly HashSet<(Type, string)> LeftOutOf =
    [
        // A name on the server's disk; the archive has a column that says where the file is within it.
        (typeof(EvidenceVersion), nameof(EvidenceVersion.StorageName)),

        // A file that waits to be brought in, gone in a week at most; what is brought in is in the plan.
        (typeof(PlanImport), nameof(PlanImport.Data)),
    ];

    /// <summary>Every table, in the order of their names.</summary>
    public static IReadOnlyList<ArchiveTable> Of(IModel model) =>
    [
        .. model.GetEntityTypes().Where(e => typeof(ITenantScoped).IsAssignableFrom(e.ClrType))
            .Select(Table).OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    /// <summary>Columns of the partnership's own row: its name, words, layout, key to ratings and calendar.</summary>
    public static IReadOnlyList<IArchiveColumn> OfPartnership(IModel model) =>
    [
        .. model.FindEntityType(typeof(Partnership))!.GetProperties()
            .Where(p => p.Name is not (nameof(Partnership.Id) or nameof(Partnership.Version))).OrderBy(p => p.PropertyInfo!.MetadataToken).Select(p => new ArchiveColumn(p)),
    ];

    /// <summary>True where the column is left out on purpose.</summary>
    public static bool IsLeftOut(Type entity, string property) => LeftOut.Contains(property) || LeftOutOf.Contains((entity, property));

    private static ArchiveTable Table(IEntityType entity) => new(
        entity.ClrType,
        entity.GetTableName()!.Replace('_', '-'),
        [.. entity.GetProperties().Where(p => !IsLeftOut(entity.ClrType, p.Name) && p.ClrType != typeof(byte[])).OrderBy(p => p.Name == nameof(ITenantScoped.Id) ? 0 : p.PropertyInfo!.MetadataToken)
            .Select(p => new ArchiveColumn(p))],
        [.. entity.GetProperties().Where(p => p.ClrType == typeof(byte[]) && !IsLeftOut(entity.ClrType, p.Name)).Select(p => new ArchiveColumn(p))],
        entity.GetProperties().Any(p => p.ClrType == typeof(byte[])));
}

/// <summary>One entity as a table.</summary>
/// <param name="Type">The entity.</param>
/// <param name="Name">Of its files, such as "stretch-aims".</param>
/// <param name="Columns">What its rows have.</param>
/// <param name="Bytes">What of a row goes to a file of its own, byte for byte.</param>
/// <param name="IsHeavy">True where rows hold bytes, so that few may be read at a time.</param>
public sealed record ArchiveTable(Type Type, string Name, IReadOnlyList<ArchiveColumn> Columns, IReadOnlyList<ArchiveColumn> Bytes, bool IsHeavy)
{
    private const int PageLength = 500;

    /// <summary>Rows whose bytes are read too: few at a time.</summary>
    private const int HeavyPageLength = 5;

    private static readonly MethodInfo Reader = typeof(ArchiveTable).GetMethod(nameof(ReadPagesAsync))!;

    /// <summary>Where a row's bytes stand in the archive.</summary>
    public string PathOf(object row, ArchiveColumn bytes) => $"reports/{Name}/{((ITenantScoped)row).Id}-{bytes.Name}.json";

    /// <summary>All rows, by id, a page at a time.</summary>
    public IAsyncEnumerable<object> ReadAsync(PortalDbContext database, CancellationToken cancellationToken) => (IAsyncEnumerable<object>)Reader
        .MakeGenericMethod(Type).Invoke(null, [database, IsHeavy ? HeavyPageLength : PageLength, cancellationToken])!;

    /// <summary>Rows of one entity, by id, <paramref name="length"/> at a time.</summary>
    public static async IAsyncEnumerable<object> ReadPagesAsync<T>(
        PortalDbContext database, int length, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, ITenantScoped
    {
        var after = Guid.Empty;
        for (var isMore = true; isMore;)
        {
            var last = after;
            var page = await database.Set<T>().AsNoTracking()
                .Where(row => EF.Property<Guid>(row, nameof(ITenantScoped.Id)) > last)
                .OrderBy(row => EF.Property<Guid>(row, nameof(ITenantScoped.Id)))
                .Take(length)
                .ToListAsync(cancellationToken);
            foreach (var row in page)
            {
                yield return row;
            }

            isMore = page.Count == length;
            after = isMore ? page[^1].Id : after;
        }
    }
}

/// <summary>A column of a table in the archive.</summary>
public interface IArchiveColumn
{
    /// <summary>As it stands in the JSON and at the head of the CSV.</summary>
    string Name { get; }

    /// <summary>Writes the row's value as JSON.</summary>
    void WriteJson(Utf8JsonWriter json, object row);

    /// <summary>The row's value as text for a cell, and whether it is text that somebody wrote.</summary>
    (string Text, bool IsWords) Cell(object row);
}

/// <summary>A column that is made for the archive and stands in no table of the database.</summary>
public sealed class MadeColumn<T>(string name, Func<T, string?> read) : IArchiveColumn
    where T : class
{
    public string Name => name;

    public void WriteJson(Utf8JsonWriter json, object row) => json.WriteStringValue(read((T)row));

    public (string Text, bool IsWords) Cell(object row) => (read((T)row) ?? string.Empty, true);
}

/// <summary>One property of an entity as a column.</summary>
public sealed class ArchiveColumn(IProperty property) : IArchiveColumn
{
    private readonly bool _isJson = property.GetRelationalTypeMapping().StoreType == "jsonb";

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>True where the value is the id of an account.</summary>
    public bool IsPerson { get; } = property.Name.EndsWith("UserId", StringComparison.Ordinal);

    /// <summary>True where the value is the id of a scrutiny body.</summary>
    public bool IsBody { get; } = property is { Name: "BodyId" } && property.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.ClrType == typeof(Scrutiny.ScrutinyBody));

    /// <summary>The value as the entity holds it.</summary>
    public object? Read(object row) => property.PropertyInfo!.GetValue(row);

    public void WriteJson(Utf8JsonWriter json, object row)
    {
        var value = Stored(Read(row));
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text when _isJson:
                json.WriteRawValue(text);
                break;
            default:
                JsonSerializer.Serialize(json, value, value.GetType());
                break;
        }
    }

    public (string Text, bool IsWords) Cell(object row)
    {
        var value = Read(row);

        // A deadline's cell is what was written; how it was understood is in the JSON.
        return value is Deadline deadline ? (deadline.Text, true) : Stored(value) switch
        {
            null => (string.Empty, false),
            string text => (text, true),
            bool truth => (truth ? "true" : "false", false),
            DateOnly day => (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false),
            DateTimeOffset at => (at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), false),
            IFormattable other => (other.ToString(null, CultureInfo.InvariantCulture), false),
            { } many => (JsonSerializer.Serialize(many, many.GetType()), true),
        };
    }

    private object? Stored(object? value) => value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
