using System.Text.RegularExpressions;
using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports.Building;

/// <summary>The findings that a cell names: numbers in a list, or one a paragraph.</summary>
internal static partial class RecommendationNames
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    public static IReadOnlyList<string> Read(List<SourceLine> lines, ImportHints hints)
    {
        if (lines.Count == 0 || (lines.Count == 1 && CellContent.IsNothing(lines[0].Text)))
        {
            return [];
        }

        var whole = string.Join(' ', lines.Select(l => l.Text));
        if (Numbers().IsMatch(whole))
        {
            return Split().Split(whole).Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        }

        var isKnown = hints.Recommendations.Any(r => HeaderWords.Plain(r.Text) == HeaderWords.Plain(whole));
        var parts = new List<string>();
        foreach (var line in lines.Select(l => l.Marker is null or WordNumbering.Bullet ? l : l with { Text = $"{l.Marker} {l.Text}" }))
        {
            if (parts.Count > 0 && (isKnown || (line.Marker is null && (Sentences.StartsSmall(line.Text) || Sentences.IsCutOff(parts[^1])))))
            {
                parts[^1] = $"{parts[^1]} {line.Text}";
            }
            else
            {
                parts.Add(line.Text);
            }
        }

        return parts;
    }

    [GeneratedRegex(@"^(?:(?:r|rec|recommendation|afi|priority)?\s?\.?\s?\d{1,3}(?:\.\d{1,2})?[a-z]?)(?:\s*(?:,|;|/|&|and|\s)\s*(?:r|rec|recommendation|afi|priority)?\s?\.?\s?\d{1,3}(?:\.\d{1,2})?[a-z]?)*\.?$", Options, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s*(?:,|;|/|&|\band\b)\s*", Options, 1000)]
    private static partial Regex Split();
}
