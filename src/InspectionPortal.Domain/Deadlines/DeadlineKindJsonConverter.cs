using System.Text.Json;
using System.Text.Json.Serialization;

namespace InspectionPortal.Domain.Deadlines;

/// <summary>Reads and writes a kind by its wire name.</summary>
public sealed class DeadlineKindJsonConverter : JsonConverter<DeadlineKind>
{
    /// <inheritdoc />
    /// <exception cref="JsonException">The value is not the wire name of a kind.</exception>
    public override DeadlineKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DeadlineKinds.TryFromWire(reader.GetString(), out var kind)
            ? kind
            : throw new JsonException("The kind of a deadline must be one of its wire names.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DeadlineKind value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToWire());
    }
}
