using System.Text.Json;

namespace InspectionPortal.Domain.Deadlines;

/// <summary>
/// A deadline as JSON: <c>{"text", "kind", "due", "starts", "stages": [{"label", "due"}]}</c>, the kind by its wire name,
/// dates as yyyy-mm-dd or null, every property always written.
/// </summary>
public static class DeadlineJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>
    /// The deadline as one line of JSON. <see cref="Parse"/> gives an equal deadline back, unless the text holds half of a
    /// surrogate pair, which JSON cannot carry.
    /// </summary>
    public static string Serialize(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return JsonSerializer.Serialize(deadline, Options);
    }

    /// <summary>
    /// The deadline in JSON made by <see cref="Serialize"/>. Absent properties and a JSON null are read as no deadline,
    /// unknown properties are passed over. The kind and dates are taken as stored; the text is not parsed again.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON of this shape, or the kind is not a wire name.</exception>
    public static Deadline Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize<Deadline>(json, Options) ?? Deadline.None;
    }
}
