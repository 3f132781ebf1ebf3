using System.Text.RegularExpressions;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Reads deadlines with the portal's own parser, and gathers what has to be said of them.</summary>
internal sealed partial class DeadlineReading(ImportHints hints, ImportIssues issues, bool isAmerican = false)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    /// <summary>Longer words are more than a deadline.</summary>
    public const int Longest = 120;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan",
            "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"];

    private readonly SortedSet<string> _shortened = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _numeric = new(StringComparer.Ordinal);

    /// <summary>The deadline of a project, with doubts.</summary>
    public ImportedDeadline Cell(string text, string where)
    {
        var deadline = Understand(text, where);
        if (deadline.Kind == DeadlineKind.Unclear)
        {
            issues.Warn(where, text switch
            {
                _ when DeadlineEntry.HasImpossibleDate(text) => $"Deadline '{Short(text)}' is not a real date. It is kept as written.",
                _ when DeadlineWords.LacksYear(text) => $"The deadline '{Short(text)}' has no year, so it has no date. It is kept as written.",
                _ => $"There is no date in the deadline '{Short(text)}'. It is kept as written.",
            });
        }
        else if (HoldsAction(text))
        {
            issues.Warn(where, $"The deadline has more than a date: '{Short(text)}'. All of it is kept as the deadline.");
        }

        return ImportedDeadline.Of(deadline);
    }

    /// <summary>The deadline in brackets behind an action.</summary>
    public ImportedDeadline Inline(string text, string where)
    {
        var deadline = Understand(text, where);
        if (deadline.Due is not null || deadline.Starts is not null)
        {
            foreach (Match match in ShortMonth().Matches(text))
            {
                _shortened.Add(match.Value);
            }
        }

        return ImportedDeadline.Of(deadline);
    }

    /// <summary>Whether the words are a deadline and nothing else.</summary>
    public static bool IsDeadline(string text) => text.Length is > 1 and <= Longest
        && (DeadlineWords.Parse(text).Kind switch
        {
            DeadlineKind.None or DeadlineKind.Unclear or DeadlineKind.NotApplicable => Corrected(text) is not null,
            DeadlineKind.Relative => Relative().IsMatch(text),
            _ => true,
        });

    /// <summary>Says once what was read by convention all over the file.</summary>
    public void SayConventions()
    {
        if (_shortened.Count > 0)
        {
            issues.Warn("File", $"Dates inside actions such as {Listed(_shortened)} were read as a month and a year, due on its last day.");
        }

        if (_numeric.Count > 0)
        {
            issues.Warn("File", $"Dates in figures such as {Listed(_numeric)} were read as day, month, year.");
        }
    }

    private static string Listed(SortedSet<string> words) =>
        string.Join(", ", words.Take(3).Select(w => $"'{w}'")) + (words.Count > 3 ? $" and {words.Count - 3} more" : "");

    private static string Short(string text) => EnglishText.Cut(text.ReplaceLineEndings("; "), 80);

    private static bool HoldsAction(string text)
    {
        return Words().Count(text) > 9;
    }

    private Deadline Understand(string text, string where)
    {
        if (isAmerican && MonthFirst().Match(text) is { Success: true } american)
        {
            return Turned(text, american, where);
        }

        var deadline = DeadlineWords.Parse(text);
        if (deadline.Kind is DeadlineKind.Unclear or DeadlineKind.None && text.Length > 0 && Corrected(text) is { } corrected)
        {
            var read = DeadlineParser.Parse(corrected);
            var ask = ImportQuestion.Ask(
                hints.Readings, ImportQuestion.About("deadline", text), new ImportOption(ImportQuestion.Suggested, $"Yes, {Said(read)}"),
                    new ImportOption(ImportQuestion.AsWritten, "No, keep it as written"));
            issues.Warn(where, $"Deadline '{Short(text)}' read as {Said(read)}?", ask);
            return ask.Chosen == ImportQuestion.AsWritten ? deadline with { Kind = DeadlineKind.Unclear }
                : read with { Text = deadline.Text };
        }

        foreach (Match match in Figures().Matches(text))
        {
            if (int.Parse(match.Groups["day"].Value, System.Globalization.CultureInfo.InvariantCulture) <= 12)
            {
                _numeric.Add(match.Value);
            }
        }

        return deadline;
    }

    /// <summary>A date of a file that writes the month first: read so, and asked about.</summary>
    private Deadline Turned(string text, Match match, string where)
    {
        var read = DeadlineParser.Parse(text.Replace(match.Value,
            $"{match.Groups["year"].Value}-{match.Groups["month"].Value.PadLeft(2, '0')}-{match.Groups["day"].Value.PadLeft(2, '0')}",
                StringComparison.Ordinal));
        var ask = ImportQuestion.Ask(
            hints.Readings, ImportQuestion.About("deadline", text), new ImportOption(ImportQuestion.Suggested, $"Yes, {Said(read)}"),
                new ImportOption(ImportQuestion.AsWritten, "No, the day comes first"));
        issues.Warn(where, $"Other dates in the file have the month first. Deadline '{Short(text)}' read as {Said(read)}?", ask);
        return (ask.Chosen == ImportQuestion.AsWritten ? DeadlineParser.Parse(text) : read) with { Text = text.Trim() };
    }

    /// <summary>Whether dates are written with the month first: some could be nothing else, and none has the day first.</summary>
    public static bool IsAmerican(IEnumerable<string> cells)
    {
        var (monthFirst, dayFirst) = (0, 0);
        foreach (Match match in cells.SelectMany(c => MonthFirst().Matches(c)))
        {
            monthFirst += match.Groups["day"].Value.Length == 2
                && int.Parse(match.Groups["day"].Value, System.Globalization.CultureInfo.InvariantCulture) > 12 ? 1 : 0;
            dayFirst += int.Parse(match.Groups["month"].Value, System.Globalization.CultureInfo.InvariantCulture) > 12 ? 1 : 0;
        }

        return monthFirst > 0 && dayFirst == 0;
    }

    private static string Said(Deadline deadline) => deadline switch
    {
        { Kind: DeadlineKind.Month, Due: { } due } => DateFormat.Month(due),
        { Due: { } due } => DateFormat.Full(due),
        { Starts: { } starts } => $"starting in {DateFormat.Month(starts)}",
        _ => $"'{deadline.Kind.ToWire()}'",
    };

    /// <summary>The words with a misspelt month put right, where that makes a date of them; otherwise null.</summary>
    private static string? Corrected(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        foreach (Match match in Monthlike().Matches(text))
        {
            var word = match.Groups["word"].Value.ToLowerInvariant();
            var month = word.Length < 3 ? null : Months.Where(m => Math.Abs(m.Length - word.Length) <= 1
                && IsNear(m, word)).OrderBy(m => m[0] == word[0] ? 0 : 1).FirstOrDefault();
            if (month is null || month == word)
            {
                continue;
            }

            var put = string.Concat(text.AsSpan(0, match.Groups["word"].Index), month,
                text.AsSpan(match.Groups["word"].Index + word.Length));
            if (DeadlineParser.Parse(put).Kind is not (DeadlineKind.Unclear or DeadlineKind.None))
            {
                return put;
            }
        }

        return null;
    }

    /// <summary>Whether two words differ by one letter left out, put in or changed, or two that changed places.</summary>
    private static bool IsNear(string a, string b)
    {
        if (a[0] != b[0])
        {
            return false;
        }

        if (a.Length == b.Length)
        {
            var differing = Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]).ToList();
            return differing.Count <= 1 || (differing is [var i, var j] && j == i + 1 && a[i] == b[j] && a[j] == b[i]);
        }

        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter);
    }

    [GeneratedRegex(@"\b(?<word>[a-z]{3,10})\.?[\s'’\-]{0,2}\d{2}(?:\d{2})?\b", Options)]
    private static partial Regex Monthlike();

    [GeneratedRegex(@"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}'?\s?\d{2}\b", Options)]
    private static partial Regex ShortMonth();

    [GeneratedRegex(@"\b(?<day>[0-9]{1,2})[/.\-][0-9]{1,2}[/.\-](?:[0-9]{4}|[0-9]{2})\b", Options)]
    private static partial Regex Figures();

    [GeneratedRegex(@"\b(?<month>[0-9]{1,2})/(?<day>[0-9]{1,2})/(?<year>[0-9]{4})\b", Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^(?:within|after|following|once|upon|on|by|\d+\s)", Options)]
    private static partial Regex Relative();

    [GeneratedRegex(@"[a-z]{3,}", Options)]
    private static partial Regex Words();
}
