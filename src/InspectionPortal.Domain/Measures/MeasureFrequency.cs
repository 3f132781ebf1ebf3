using System.Globalization;
using System.Text.RegularExpressions;

namespace InspectionPortal.Domain.Measures;

/// <summary>
/// How often a measure is counted, as far as its words are understood: the one reader of them, for charts and for entering figures.
/// </summary>
/// <param name="Word">What one figure covers, in the singular; "figure" where that is not known.</param>
/// <param name="Months">Months of one period; 0 where it is not months.</param>
/// <param name="Days">Days of one period; 0 where it is not days.</param>
public sealed partial record MeasureFrequency(string Word, int Months, int Days)
{
    private const string Numbers = "two three four five six seven eight nine ten eleven twelve";

    private static readonly (Regex Words, MeasureFrequency Frequency)[] Known =
    [
        (TwiceAMonthOrWeek(), new("figure", 0, 0)),
        (Fortnightly(), new("fortnight", 0, 14)),
        (HalfYearly(), new("half-year", 6, 0)),
        (Quarterly(), new("quarter", 3, 0)),
        (Weekly(), new("week", 0, 7)),
        (Monthly(), new("month", 1, 0)),
        (Yearly(), new("year", 12, 0)),
        (Daily(), new("day", 0, 1)),
    ];

    public static MeasureFrequency NotKnown { get; } = new("figure", 0, 0);

    public bool IsKnown => Months > 0 || Days > 0;

    /// <summary>Reads "Monthly", "every quarter", "twice a year", "every six weeks" and the like.</summary>
    public static MeasureFrequency Of(string? words)
    {
        if (words is null)
        {
            return NotKnown;
        }

        return Several().Match(words) is { Success: true } several
            ? Every(Number(several.Groups["n"].Value), several.Groups["unit"].Value.ToUpperInvariant())
            : Array.Find(Known, k => k.Words.IsMatch(words)).Frequency ?? NotKnown;
    }

    private static MeasureFrequency Every(int count, string unit) => (unit, count) switch
    {
        ("DAY", > 0 and < 400) => new(count == 1 ? "day" : "figure", 0, count),
        ("WEEK", > 0 and < 60) => new(count switch { 1 => "week", 2 => "fortnight", _ => "figure" }, 0, 7 * count),
        ("MONTH", > 0 and < 60) => new(count switch { 1 => "month", 3 => "quarter", 6 => "half-year", 12 => "year", _ => "figure" }, count, 0),
        ("YEAR", > 0 and < 10) => new(count == 1 ? "year" : "figure", 12 * count, 0),
        _ => NotKnown,
    };

    private static int Number(string words) =>
        int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : words.Equals("other", StringComparison.OrdinalIgnoreCase) ? 2
        : Array.IndexOf(Numbers.Split(' '), words.ToLowerInvariant()) + 2;

    [GeneratedRegex(@"\b(?<n>\d{1,3}|other|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -]?(?<unit>day|week|month|year)(?:s|ly|)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Several();

    [GeneratedRegex(@"\b(twice|two times|three times)\b.*\b(month|week|day)|\bmonth.*\btwice\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TwiceAMonthOrWeek();

    [GeneratedRegex(@"fortnight|bi-?weekly", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Fortnightly();

    [GeneratedRegex(@"half|twice|bi-?annual|semi-?annual", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HalfYearly();

    [GeneratedRegex(@"quarter|termly", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Quarterly();

    [GeneratedRegex(@"week", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Weekly();

    [GeneratedRegex(@"month", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Monthly();

    [GeneratedRegex(@"year|annual", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"\bdaily\b|\b(every|each) day\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Daily();
}
