using System.Globalization;
using System.Text.Json;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Scrutiny;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>One property of an entity as a column.</summary>
public sealed class ArchiveColumn(IProperty property) : IArchiveColumn
{
    private readonly bool _isJson = property.GetRelationalTypeMapping().StoreType == "jsonb";

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>True where the value is the id of an account.</summary>
    public bool IsPerson { get; } = property.Name.EndsWith("UserId", StringComparison.Ordinal);

    /// <summary>True where the value is the id of a scrutiny body.</summary>
    public bool IsBody { get; } = property is { Name: "BodyId" } && property.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.ClrType == typeof(ScrutinyBody));

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

    private object? Stored(object? value) =>
        value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
