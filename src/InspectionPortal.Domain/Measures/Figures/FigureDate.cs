using System.Globalization;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Measures.Figures;

/// <summary>
/// When a figure is of, as people write it: a day, a month, a quarter or a year, understood as the last day that it covers.
/// </summary>
/// <param name="Day">The last day.</param>
/// <param name="AsWritten">The words, where they say no single day; null where the day says it all.</param>
public sealed partial record FigureDate(DateOnly Day, string? AsWritten)
{
    private const string HowTo = "Enter a date, a month or a quarter, like 30/03/2019, March 2019 or Q2 2019/20";
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>Reads it, or says in <paramref name="error"/> how to put it right. Blank is neither.</summary>
    public static FigureDate? Read(string? text, out string? error)
    {
        error = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var words = Midnight().Replace(text.Trim(), "");
        if (TypedInput.Date(words) is { } day)
        {
            return new FigureDate(day, null);
        }

        var read = DeadlineParser.Parse(Spelled(words));
        if (read.Due is { } due && due >= Earliest && read.Stages.Count == 0
            && read.Kind is DeadlineKind.Date or DeadlineKind.Month or DeadlineKind.Quarter or DeadlineKind.Season or DeadlineKind.Year)
        {
            return new FigureDate(due, read.Kind == DeadlineKind.Date && read.Starts is null ? null : text.Trim());
        }

        error = DeadlineEntry.HasImpossibleDate(words) ? $"This is not a real date. {HowTo}" : $"The portal does not understand this date. {HowTo}";
        return null;
    }

    /// <summary>Months as spreadsheets write them ("Mar-19", "03/2019", "2019-03") in words.</summary>
    private static string Spelled(string words)
    {
        if (NumberedMonth().Match(words) is { Success: true } numbered)
        {
            return Month(numbered.Groups["m"].Value, numbered.Groups["y"].Value) ?? words;
        }

        return MonthFirst().Match(words) is { Success: true } short_ && DateOnly.TryParseExact(
            $"1 {short_.Groups["m"].Value[..3]} 20{short_.Groups["y"].Value}", "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? DateFormat.Month(first)
            : words;
    }

    private static string? Month(string month, string year) =>
        DateOnly.TryParseExact($"1/{month}/{year}", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? DateFormat.Month(first)
            : null;

    /// <summary>The day where the words do not say it.</summary>
    public string? Understood => AsWritten is null ? null : DateFormat.Full(Day);

    [GeneratedRegex(@"[T ]00:00(:00(\.0+)?)?Z?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^(?:(?<m>\d{1,2})[/.-](?<y>(?:19|20)\d\d)|(?<y>(?:19|20)\d\d)[/.-](?<m>\d{1,2}))$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberedMonth();

    [GeneratedRegex(@"^(?<m>[A-Za-z]{3,9})[ '’-]+(?<y>\d\d)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MonthFirst();
}
