using System.Text;
using System.Text.RegularExpressions;

namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>Knows the words that plans write above their columns.</summary>
internal static partial class HeaderSynonyms
{
    private static readonly HashSet<string> Months = new(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march",
            "april", "june", "july", "august", "september", "october", "november", "december"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Periods = new(["q1", "q2", "q3", "q4", "quarter", "qtr", "week", "wk", "wc", "commencing",
        "beginning"], StringComparer.Ordinal);

    private static readonly HashSet<string> Between = new(["w", "c", "e", "to", "and", "ending", "year", "yr"], StringComparer.Ordinal);

    /// <summary>Less than this is a coincidence of words.</summary>
    private const double Least = 0.3;

    /// <summary>What a header says its column holds; null where it says nothing known.</summary>
    public static (ImportField Field, double Sureness)? Read(string header)
    {
        var words = Plain(header);
        if (words.Length == 0 || words.Length > 160)
        {
            return header.Trim() is "#" or "№" ? (ImportField.Number, 1) : null;
        }

        if (IsPeriod(header, words))
        {
            return (ImportField.Month, 0.8);
        }

        var scores = HeaderTerms.Known.Score(header);
        return scores.Count == 0 ? null : scores.Where(s => s.Value >= Least).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s =>
            ((ImportField, double)?)(s.Key, s.Value)).FirstOrDefault();
    }

    /// <summary>The same for a header below another: a month says which, "RAG" or "Progress" over it says what.</summary>
    public static (ImportField Field, double Sureness)? Read(string header, string? upper)
    {
        var read = Read(header);
        return upper is { Length: > 0 } && Read(upper) is { } above
            && (read is null || (read.Value.Field == ImportField.Month
                && above.Field is ImportField.Rag or ImportField.Status or ImportField.Progress))
            ? (above.Field, above.Sureness * 0.9)
            : read;
    }

    /// <summary>Lower-case words with single spaces, without marks: two headers that differ in these alone are one.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(sign))
            {
                plain.Append(sign);
            }
            else if (sign is not ('\'' or '’') && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>"Jan", "September": the name of a month.</summary>
    public static bool IsMonthName(string word) => Months.Contains(word);

    /// <summary>"Apr 2025", "Q1 (Apr-Jun)", "w/c 06/01", "Week 12": one of the columns of a year planner.</summary>
    private static bool IsPeriod(string header, string words)
    {
        var parts = words.Split(' ').Select(p => p.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 2 } name
            && Months.Contains(name) ? name : p).ToList();
        var names = parts.Count(p => Months.Contains(p) || Periods.Contains(p));
        return parts.TrueForAll(p => Months.Contains(p) || Periods.Contains(p) || Between.Contains(p)
            || (p.Length <= 4 && p.All(char.IsAsciiDigit)) || Ordinal().IsMatch(p))
            && (names > 0 || Slashed().IsMatch(header.Trim()) || words.StartsWith("w c ", StringComparison.Ordinal)
                || words.StartsWith("w e ", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\d{1,2}(?:st|nd|rd|th)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?$|^20\d\d[/-]\d{2,4}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Slashed();
}
