using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Data.Rows;

/// <summary>
/// Reads the value of a column from the JSON that archives and copies of plans hold. Nothing is trusted: a value of another type, too
/// long, or one that the database would refuse is an error.
/// </summary>
public static class RowValue
{
    /// <summary>Longest text of a list's entry and most entries.</summary>
    private const int ListEntryMaxLength = 8000;
    private const int ListMaximum = 1000;

    /// <summary>The value as the entity holds it.</summary>
    /// <exception cref="RowException">The column cannot have the value.</exception>
    public static object? Read(IProperty property, JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return property.IsNullable ? null : throw Wrong(property, "is missing");
        }

        if (json.GetRawText().Contains("\\u0000", StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong(property, "has a character that cannot be kept");
        }

        try
        {
            return Checked(property, Parse(property, json));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or InvalidOperationException
            or NotSupportedException or OverflowException or InvalidCastException or KeyNotFoundException)
        {
            throw Wrong(property, "is not as the portal writes it", exception);
        }
    }

    private static object? Parse(IProperty property, JsonElement json)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum)
        {
            return Enum.TryParse(type, json.GetString(), out var known) && Enum.IsDefined(type, known)
                ? known
                : throw new FormatException();
        }

        if (type == typeof(DateTimeOffset))
        {
            return json.GetDateTimeOffset().ToUniversalTime();
        }

        if (property.GetRelationalTypeMapping().StoreType != "jsonb")
        {
            return json.Deserialize(type);
        }

        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertFromProvider(json.GetRawText())
            : type == typeof(string) ? json.GetRawText()
            : json.Deserialize(type);
    }

    private static object Checked(IProperty property, object? value)
    {
        switch (value)
        {
            case null:
                throw Wrong(property, "is missing");
            case string text when property.GetMaxLength() is { } most && text.Length > most:
                throw Wrong(property, "is too long");
            case List<string> list when list.Count > ListMaximum || list.Exists(l => l is null || l.Length > ListEntryMaxLength):
                throw Wrong(property, "is too long");
            case Domain.Deadlines.Deadline deadline when deadline.Text.Length > Domain.Deadlines.Deadline.TextMaxLength:
                throw Wrong(property, "is too long");
            case Domain.Plans.SourceNote note when note.Place?.Length > Domain.Plans.SourceNote.PlaceMaxLength
                || note.Note?.Length > Domain.Plans.SourceNote.NoteMaxLength:
                throw Wrong(property, "is too long");
            default:
                return value;
        }
    }

    private static RowException Wrong(IProperty property, string why, Exception? inner = null) =>
        new($"“{property.Name}” of {property.DeclaringType.ClrType.Name} {why}.", inner);
}
