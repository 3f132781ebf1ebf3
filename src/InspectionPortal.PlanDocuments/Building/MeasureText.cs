using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>The measures in a cell: one a line, and one a sentence where a line holds several.</summary>
internal static partial class MeasureText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly HashSet<string> Shortened = new(
        ["approx", "incl", "etc", "dept", "Sept", "Dec", "Nov", "Oct", "Aug", "Jan", "Feb", "Perf", "Dev", "vs", "nos"], StringComparer.Ordinal);

    public static IEnumerable<ImportedMeasure> Read(IReadOnlyList<SourceLine> lines, string header)
    {
        var found = new JoinedLines();
        foreach (var line in lines)
        {
            foreach (var sentence in Parted(line.Text))
            {
                if (found.Count > 0 && (sentence.StartsWith('*') || sentence.StartsWith('(') || (line.Marker is null && found.IsCutOff)))
                {
                    found.Join(" ", sentence);
                }
                else
                {
                    found.Add(new SourceLine(sentence));
                }
            }
        }

        var isMilestone = header.Contains("milestone", StringComparison.OrdinalIgnoreCase);
        return found.Lines.Select(f => new ImportedMeasure(f.Text, isMilestone ? "milestone" : Kind(f.Text)));
    }

    /// <summary>The sentences of a line: each ends in a word with a full stop or semicolon, and the next begins with a capital.</summary>
    private static List<string> Parted(string text)
    {
        var sentences = new List<string>();
        var from = 0;
        for (var i = 4; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]) || text[i - 1] is not ('.' or ';'))
            {
                continue;
            }

            var next = i;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            if (next < text.Length && char.IsAsciiLetterUpper(text[next]) && IsEnd(text.AsSpan(0, i)))
            {
                sentences.Add(text[from..i].Trim());
                from = next;
            }

            i = next;
        }

        sentences.Add(text[from..].Trim());
        sentences.RemoveAll(s => s.Length == 0);
        return sentences;
    }

    private static bool IsEnd(ReadOnlySpan<char> text)
    {
        var word = text[..^1];
        var start = word.Length;
        while (start > 0 && (char.IsLetterOrDigit(word[start - 1]) || word[start - 1] == '_'))
        {
            start--;
        }

        return word.Length >= 3 && char.IsLetter(word[^1]) && char.IsLetter(word[^2]) && char.IsLetter(word[^3])
            && !(text[^1] == '.' && Shortened.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[start..]));
    }

    /// <summary>The kind that the words speak of.</summary>
    public static string Kind(string text) => text switch
    {
        _ when text.Contains('%', StringComparison.Ordinal) || Outcome().IsMatch(text) => "outcome",
        _ when Dated().IsMatch(text) => "milestone",
        _ when Process().IsMatch(text) => "process",
        _ => "outcome",
    };

    [GeneratedRegex(@"\b[Bb]y\s+(?:the\s+end\s+of\s+)?(?:\d{1,2}[\s\-/.]|[A-Z][a-z]+\s+(?:19|20)\d\d)|\bin\s+[A-Z][a-z]+\s+20\d\d", Options)]
    private static partial Regex Dated();

    [GeneratedRegex(@"\b(?:outcomes?|improv(?:ed|ement)|reduc(?:ed|tion)|increas(?:ed|e)|rate|experience)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\b(?:audits?|number|quarterly|monthly|regular|briefings|attend|reports?|completed|reviewed)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Process();
}
