using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Makes the words of a cell plain: single spaces, no control characters, typed list marks told from the words.</summary>
internal static partial class PlainText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>One line: white space made single spaces, control and invisible characters left out.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (char.IsWhiteSpace(sign) || sign == '\u00A0')
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (!char.IsControl(sign) && sign is not ('\u00AD' or '\u200B' or '\uFEFF' or '\u200E' or '\u200F'))
            {
                clean.Append(sign);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>The lines of typed text, a mark at their beginning ("-", "•", "a)") told from the words; blank lines left out.</summary>
    public static List<SourceLine> Lines(string text, int level = 0, string? marker = null)
    {
        var lines = new List<SourceLine>();
        if (text.Length > ImportLimits.CellCharacters)
        {
            text = text[..ImportLimits.CellCharacters];
        }

        foreach (var raw in text.Split('\n'))
        {
            var indent = raw.Length - raw.TrimStart(' ', '\t').Length;
            var line = Clean(raw.Trim());
            if (line.Length == 0)
            {
                continue;
            }

            if (marker is null && Typed().Match(line) is { Success: true } typed)
            {
                var nested = indent >= 3 || typed.Groups["inner"].Success ? 2 : 1;
                lines.Add(new SourceLine(line[typed.Groups["rest"].Index..], nested, typed.Groups["number"].Success
                    ? typed.Groups["number"].Value : DocxNumbering.Bullet));
            }
            else
            {
                lines.Add(new SourceLine(line, level, lines.Count == 0 ? marker : null));
            }
        }

        return lines;
    }

    /// <summary>Lines of a cell that somebody numbered by hand from 1 on ("1.", "2.") as the list they are.</summary>
    public static IReadOnlyList<SourceLine> Numbered(IReadOnlyList<SourceLine> lines)
    {
        var next = 1;
        var marked = new List<SourceLine>();
        foreach (var line in lines)
        {
            var match = line is { Level: 0, Marker: null } ? Dotted().Match(line.Text) : Match.Empty;
            var isNext = match.Success
                && int.TryParse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var number) && number == next;
            var rest = match.Groups["rest"].Index;
            if (marked.Count == 0 && !isNext)
            {
                return lines;
            }

            marked.Add(isNext ? new SourceLine(line.Text[rest..], 1, string.Create(CultureInfo.InvariantCulture, $"{next++}.")) : line);
        }

        return next > 2 ? marked : lines;
    }

    [GeneratedRegex(@"^(?<number>\d{1,2})\.\s+(?<rest>\p{L})", Options)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?:[-–—•·●▪■□➢►‣*\uF0B7\uF0A7]\s+(?<rest>\S)|(?<inner>o|[◦○⁃])\s+(?<rest>\S{2})|[•●▪\uF0B7](?<rest>\w)|(?<number>(?:\d{1,2}[a-h]?|[a-h]|i{1,3}|iv|vi{0,3})\)|\((?:\d{1,2}[a-h]?|[a-h]|i{1,3}|iv|vi{0,3})\)|\d{1,2}[a-h][.:])\s+(?<rest>\S))", Options)]
    private static partial Regex Typed();
}
