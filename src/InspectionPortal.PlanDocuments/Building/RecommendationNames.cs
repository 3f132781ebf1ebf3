using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>The findings that a cell names: numbers in a list, or one a paragraph.</summary>
internal static partial class RecommendationNames
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    public static IReadOnlyList<string> Read(List<SourceLine> lines, ImportHints hints)
    {
        lines = [.. FindingKinds.Without(lines)];
        if (lines.Count == 0 || (lines.Count == 1 && CellContent.IsNothing(lines[0].Text)))
        {
            return [];
        }

        var whole = string.Join(' ', lines.Select(l => l.Text));
        if (Numbers().IsMatch(whole))
        {
            return Split().Split(whole).Select(n => n.Trim()).Where(n =>
                n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(ImportLimits.Names).ToList();
        }

        var plain = HeaderSynonyms.Plain(whole);
        var isKnown = hints.Recommendations.Any(r => HeaderSynonyms.Plain(r.Text) == plain);
        var parts = new JoinedLines();
        foreach (var line in lines.Select(l => l.Marker is null or DocxNumbering.Bullet ? l : l with { Text = $"{l.Marker} {l.Text}" }))
        {
            if (parts.Count > 0 && (isKnown || (line.Marker is null && (Sentences.StartsSmall(line.Text) || parts.IsCutOff))))
            {
                parts.Join(" ", line.Text);
            }
            else
            {
                parts.Add(line);
            }
        }

        return [.. parts.Lines.Select(l => l.Text).Take(ImportLimits.Names)];
    }

    [GeneratedRegex(@"^(?:(?:r|rec|recommendation|afi|priority)?\s?\.?\s?\d{1,3}(?:\.\d{1,2})?[a-z]?)(?:\s*(?:,|;|/|&|and|\s)\s*(?:r|rec|recommendation|afi|priority)?\s?\.?\s?\d{1,3}(?:\.\d{1,2})?[a-z]?)*\.?$", Options)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s*(?:,|;|/|&|\band\b)\s*", Options)]
    private static partial Regex Split();
}
