using InspectionPortal.PlanDocuments.Columns;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>What somebody can decide where a file leaves a doubt; the same question wherever it has the same key.</summary>
/// <param name="Key">What it is about: a kind and the words or the place.</param>
/// <param name="Chosen">The value that is chosen; empty for what the portal suggests.</param>
/// <param name="Options">What can be chosen, the suggestion first.</param>
public sealed record ImportQuestion(string Key, string Chosen, IReadOnlyList<ImportOption> Options)
{
    public const string Suggested = "";
    public const string AsWritten = "as-written";
    public const string Together = "together";
    public const string LeaveOut = "leave-out";

    public bool Equals(ImportQuestion? other) => other is not null && other.Key == Key;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <summary>A question about words, wherever they stand.</summary>
    public static string About(string kind, string words) => $"{kind}: {HeaderSynonyms.Plain(words)}";

    /// <summary>A question about one row.</summary>
    public static string At(string kind, string where) => $"{kind}: {where}";

    public static ImportQuestion Ask(IReadOnlyDictionary<string, string> chosen, string key, params ImportOption[] options) =>
        new(key, chosen.GetValueOrDefault(key, Suggested), options);
}
