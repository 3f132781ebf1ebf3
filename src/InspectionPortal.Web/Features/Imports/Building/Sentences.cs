using System.Text.RegularExpressions;

namespace InspectionPortal.Web.Features.Imports.Building;

/// <summary>Judges whether words were cut off and go on elsewhere.</summary>
internal static partial class Sentences
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Ends in a word that nothing ends with, in a comma, or in an open bracket.</summary>
    public static bool IsCutOff(string text) =>
        Hanging().IsMatch(text) || text.AsSpan().Count('(') > text.AsSpan().Count(')');

    public static bool IsEnded(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or ':' or ';' or ')' or '”' or '"';

    public static bool StartsSmall(string text) => text.Length > 0 && char.IsLower(text[0]) && !Small().IsMatch(text);

    public static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"(?:(?<=^|\s)(?:and|or|the|a|an|of|to|for|with|in|on|by|at|from|that|which|who|whose|this|these|their|they|our|we|its|as|is|are|be|been|being|will|would|should|has|have|not|into|where|when|how|than|but|if|so|between|across|through|towards|including|also|any|all|each|every|such|more|most|them|those|other)|[,&(/])$", Options, 1000)]
    private static partial Regex Hanging();

    /// <summary>What begins small and is no middle of a sentence: "n/a", "e.g.", "all staff", codes such as "eLearning".</summary>
    [GeneratedRegex(@"^(?:n/a|e\.g|i\.e|tbc|tba|none|all\b|on-?going|quarterly|monthly|[a-z]\)|[a-z][A-Z])", Options, 1000)]
    private static partial Regex Small();
}
