using System.Text.RegularExpressions;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Judges whether words were cut off and go on elsewhere.</summary>
internal static partial class Sentences
{
    private const int LongestHanging = 9;

    private static readonly HashSet<string> Hanging = new(
        ["and", "or", "the", "a", "an", "of", "to", "for", "with", "in", "on", "by", "at", "from", "that", "which", "who", "whose", "this", "these", "their", "they", "our", "we", "its", "as",
         "is", "are", "be", "been", "being", "will", "would", "should", "has", "have", "not", "into", "where", "when", "how", "than", "but", "if", "so", "between", "across", "through", "towards",
         "including", "also", "any", "all", "each", "every", "such", "more", "most", "them", "those", "other"],
        StringComparer.Ordinal);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>Ends in a word that nothing ends with, in a comma, or in an open bracket.</summary>
    public static bool IsCutOff(string text) => IsHanging(text) || OpenBrackets(text) > 0;

    /// <summary>How many more brackets open than close.</summary>
    public static int OpenBrackets(ReadOnlySpan<char> text) => text.Count('(') - text.Count(')');

    /// <summary>Ends in a word that nothing ends with, or in a comma and the like. Looks at the last word alone.</summary>
    public static bool IsHanging(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[^1] is ',' or '&' or '(' or '/')
        {
            return true;
        }

        var start = text.Length;
        while (start > 0 && text.Length - start <= LongestHanging && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return Hanging.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[start..]);
    }

    public static bool IsEnded(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or ':' or ';' or ')' or '”' or '"';

    public static bool StartsSmall(string text) => text.Length > 0 && char.IsLower(text[0]) && !Small().IsMatch(text);

    public static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Whether there are at least so many words; reads no further than it has to.</summary>
    public static bool HasWords(string text, int count)
    {
        for (var i = 0; i < text.Length && count > 0; i++)
        {
            count -= text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
        }

        return count <= 0;
    }

    /// <summary>What begins small and is no middle of a sentence: "n/a", "e.g.", "all staff", codes such as "eLearning".</summary>
    [GeneratedRegex(@"^(?:n/a|e\.g|i\.e|tbc|tba|none|all\b|on-?going|quarterly|monthly|[a-z]\)|[a-z][A-Z])", Options)]
    private static partial Regex Small();
}
