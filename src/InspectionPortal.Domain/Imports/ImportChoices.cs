
namespace InspectionPortal.Domain.Imports;

/// <summary>What somebody chose about a file.</summary>
/// <param name="Columns">Header, or the number of the column from 1, to the wire name of what it feeds.</param>
/// <param name="Table">Which table is the plan, as it is called in messages; null leaves it to the portal.</param>
/// <param name="Leads">A name that is not known to what becomes of it: "add", "words", or the id of a responsibility.</param>
public sealed record ImportChoices(IReadOnlyDictionary<string, string> Columns, string? Table, IReadOnlyDictionary<string, string> Leads)
{
    /// <summary>The key of a question about a doubt to what was answered.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public const string Add = "add";
    public const string AsWords = "words";

    public static ImportChoices None { get; } = new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), null, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));

    /// <summary>True where both read the same table by the same columns.</summary>
    public bool ReadsAs(ImportChoices other) => Table == other.Table && Same(Columns, other.Columns);

    public bool IsSame(ImportChoices other) => ReadsAs(other) && Same(Leads, other.Leads) && Same(Readings, other.Readings);

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(o => other.TryGetValue(o.Key, out var value) && value == o.Value);
}
