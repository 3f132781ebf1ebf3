using System.Text.Json;
using System.Text.Json.Serialization;
using InspectionPortal.Domain.Deadlines;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InspectionPortal.Web.Data;

/// <summary>
/// How small immutable values are kept in jsonb columns. Read a whole value and judge it in memory: a member used in a query
/// (<c>p.Deadline.Text</c>) becomes a lookup of a name that the JSON does not have, finds nothing and says nothing.
/// </summary>
internal static class ColumnJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

internal sealed class JsonColumnConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, ColumnJson.Options),
    text => JsonSerializer.Deserialize<T>(text, ColumnJson.Options)!)
    where T : class;

internal sealed class JsonColumnComparer<T>() : ValueComparer<T>(
    (left, right) => JsonSerializer.Serialize(left, ColumnJson.Options) == JsonSerializer.Serialize(right, ColumnJson.Options),
    value => JsonSerializer.Serialize(value, ColumnJson.Options).GetHashCode(StringComparison.Ordinal),
    value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, ColumnJson.Options), ColumnJson.Options)!)
    where T : class;

internal sealed class DeadlineConverter() : ValueConverter<Deadline, string>(
    deadline => DeadlineJson.Serialize(deadline),
    text => DeadlineJson.Parse(text));
