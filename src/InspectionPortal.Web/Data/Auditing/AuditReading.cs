namespace InspectionPortal.Web.Data.Auditing;

/// <summary>What a change's values need to be read: names behind ids, and the zone of moments.</summary>
/// <param name="Names">Names of things and people by id; one that is not there is left as "an item that was removed".</param>
/// <param name="Zone">The zone in which moments are shown.</param>
public sealed record AuditReading(IReadOnlyDictionary<Guid, string> Names, TimeZoneInfo Zone)
{
    /// <summary>A field's name in the partnership's own words; null, or a null answer, means the portal's.</summary>
    public Func<string, string?>? Label { get; init; }

    /// <summary>What a stored value of a field reads as; null, or a null answer, means as it stands.</summary>
    public Func<string, string, string?>? Value { get; init; }

    /// <summary>True where the place in an order is worth saying: something that was there moved.</summary>
    public bool IsMove { get; init; }

    public static AuditReading Platform { get; } = new(new Dictionary<Guid, string>(), TimeZoneInfo.Utc);
}
