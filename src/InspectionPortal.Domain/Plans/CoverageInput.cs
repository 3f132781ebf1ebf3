using System.Text;

namespace InspectionPortal.Domain.Plans;

/// <summary>All that coverage is computed from.</summary>
public sealed record CoverageInput(
    IReadOnlyList<CoverageRecommendation> Recommendations, IReadOnlyList<CoverageLink> Links, IReadOnlyList<CoverageAim> Aims,
    IReadOnlyList<CoverageDriver> Drivers, IReadOnlyList<CoverageProject> Projects, IReadOnlyList<CoverageMeasure> Measures,
    IReadOnlyList<CoverageProof> Proofs);

/// <summary>Finds the aim that a theme's words mean.</summary>
internal static class CoverageThemes
{
    /// <summary>
    /// The aim whose statement is the theme, begins with it or begins it, whatever the case and punctuation; else the aim that a
    /// bare number ("2", "Theme 2") names. Null where none is meant: then nothing is said about where it was filed.
    /// </summary>
    public static CoverageAim? Find(string? theme, IReadOnlyList<CoverageAim> aims)
    {
        var words = Plain(theme);
        if (words.Length == 0)
        {
            return null;
        }

        var (number, rest) = Numbered(words);
        return aims.FirstOrDefault(a => Same(Plain(a.Statement), words) || (rest.Length > 0 && Same(Plain(a.Statement), rest)))
            ?? (rest.Length == 0 ? aims.FirstOrDefault(a => Plain(a.Number) == number) : null);
    }

    private static bool Same(string statement, string words) =>
        statement.Length > 0 && (statement == words
            || statement.StartsWith(words + " ", StringComparison.Ordinal) || words.StartsWith(statement + " ", StringComparison.Ordinal));

    /// <summary>"theme 2 learning" as "2" and "learning".</summary>
    private static (string Number, string Words) Numbered(string words)
    {
        var parts = words.Split(' ').SkipWhile(p => p is "theme" or "aim" or "driver").ToList();
        return parts.Count > 0 && parts[0].All(char.IsAsciiDigit) ? (parts[0], string.Join(' ', parts.Skip(1))) : (string.Empty, string.Join(' ', parts));
    }

    private static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text ?? string.Empty)
        {
            plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : letter is '’' or '\'' ? '\0' : ' ');
        }

        return string.Join(' ', plain.Replace("\0", string.Empty).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
