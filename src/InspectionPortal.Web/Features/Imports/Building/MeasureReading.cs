using System.Text.RegularExpressions;
using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports.Building;

/// <summary>The measures in a cell: one a line, and one a sentence where a line holds several.</summary>
internal static partial class MeasureReading
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static IEnumerable<ImportedMeasure> Read(IReadOnlyList<SourceLine> lines, string header)
    {
        var found = new List<string>();
        foreach (var line in lines)
        {
            foreach (var sentence in Ends().Split(line.Text).Select(s => s.Trim()).Where(s => s.Length > 0))
            {
                if (found.Count > 0 && (sentence.StartsWith('*') || sentence.StartsWith('(') || (line.Marker is null && Sentences.IsCutOff(found[^1]))))
                {
                    found[^1] = $"{found[^1]} {sentence}";
                }
                else
                {
                    found.Add(sentence);
                }
            }
        }

        var isMilestone = header.Contains("milestone", StringComparison.OrdinalIgnoreCase);
        return found.Select(f => new ImportedMeasure(f, isMilestone ? "milestone" : Kind(f)));
    }

    /// <summary>The kind that the words speak of.</summary>
    public static string Kind(string text) => text switch
    {
        _ when text.Contains('%', StringComparison.Ordinal) || Outcome().IsMatch(text) => "outcome",
        _ when Dated().IsMatch(text) => "milestone",
        _ when Process().IsMatch(text) => "process",
        _ => "outcome",
    };

    [GeneratedRegex(@"(?<=\p{L}{3}[.;])\s+(?=[A-Z])(?<!\b(?:approx|incl|etc|dept|Sept|Dec|Nov|Oct|Aug|Jan|Feb|Perf|Dev|vs|nos)\.\s+)", Options, 1000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b[Bb]y\s+(?:the\s+end\s+of\s+)?(?:\d{1,2}[\s\-/.]|[A-Z][a-z]+\s+(?:19|20)\d\d)|\bin\s+[A-Z][a-z]+\s+20\d\d", Options, 1000)]
    private static partial Regex Dated();

    [GeneratedRegex(@"\b(?:outcomes?|improv(?:ed|ement)|reduc(?:ed|tion)|increas(?:ed|e)|rate|experience)\b", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\b(?:audits?|number|quarterly|monthly|regular|briefings|attend|reports?|completed|reviewed)\b", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Process();
}
