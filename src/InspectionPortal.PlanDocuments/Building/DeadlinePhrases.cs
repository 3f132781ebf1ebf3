using System.Globalization;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>
/// Puts what published plans write of time into words that the portal's own parser reads: Welsh months, "09/24", "2024/25",
/// "FY26", school terms, "Every 6 months", and "Phase 2 – June 25", in which the 2 is no day. The plan's own words are kept.
/// </summary>
internal static partial class DeadlinePhrases
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    /// <summary>Longer words are more than a deadline and are left as they are.</summary>
    private const int Longest = 200;

    private static readonly Dictionary<string, string> Welsh = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ionawr"] = "January",
        ["chwefror"] = "February",
        ["mawrth"] = "March",
        ["ebrill"] = "April",
        ["mai"] = "May",
        ["mehefin"] = "June",
        ["gorffennaf"] = "July",
        ["awst"] = "August",
        ["medi"] = "September",
        ["hydref"] = "October",
        ["tachwedd"] = "November",
        ["rhagfyr"] = "December",
        ["parhaus"] = "ongoing",
        ["chwarterol"] = "quarterly",
        ["misol"] = "monthly",
    };

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve"];

    /// <summary>The deadline in a text, with the text as it is written.</summary>
    public static Deadline Parse(string text)
    {
        var put = Put(text);
        var read = DeadlineParser.Parse(put);
        return ReferenceEquals(put, text) ? read : read with { Text = text.Trim() };
    }

    /// <summary>True where a month or a season is named without a year, so that there is no date in it.</summary>
    public static bool LacksYear(string text) => NamesTime().IsMatch(text) && !Year().IsMatch(text);

    private static string Put(string text)
    {
        if (text.Length is < 3 or > Longest)
        {
            return text;
        }

        var put = text.ReplaceLineEndings("\n");
        put = WelshWord().Replace(put, m => Welsh.GetValueOrDefault(m.Value, m.Value));
        put = Stage().Replace(put, "");
        put = Every().Replace(put, m => Number(m) is > 0 and <= 12 and var n ? $"{Numbers[n]} {m.Groups["unit"].Value.TrimEnd('s')}ly"
            : m.Value);
        put = Monthly().Replace(put, m => Number(m) is > 0 and <= 12 and var n ? $"{Numbers[n]} monthly" : m.Value);
        put = MonthYear().Replace(put, m => Month(m) is { } month ? $"{month} 20{m.Groups["year"].Value}" : m.Value);
        put = Easter().Replace(put, m => DateFormat.Full(BankHolidays.EasterSunday(Number(m, "year"))));
        put = Term().Replace(put, m => $"{EndOfTerm(m.Groups["term"].Value)} {m.Groups["year"].Value}");
        put = SchoolYear().Replace(put, m => $"August 20{m.Groups["end"].Value}");
        put = TwoYears().Replace(put, m => IsNext(m) ? $"financial year 20{m.Groups["start"].Value}/{m.Groups["end"].Value}" : m.Value);
        put = FinancialYear().Replace(put, m => int.Parse(m.Groups["end"].Value, CultureInfo.InvariantCulture) is > 0 and var end
            ? string.Create(CultureInfo.InvariantCulture, $"financial year 20{end - 1:00}/{end:00}") : m.Value);
        return put == text ? text : put;
    }

    private static int Number(Match match, string group = "number") => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string? Month(Match match) =>
        int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month
        ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)
        : null;

    private static bool IsNext(Match match) =>
        (int.Parse(match.Groups["start"].Value, CultureInfo.InvariantCulture) + 1) % 100 == int.Parse(match.Groups["end"].Value,
            CultureInfo.InvariantCulture);

    private static string EndOfTerm(string term) => term.ToLowerInvariant() switch
    {
        "autumn" => "December",
        "spring" => "April",
        _ => "July",
    };

    [GeneratedRegex(@"\b(?:ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|parhaus|chwarterol|misol)\b", Options)]
    private static partial Regex WelshWord();

    [GeneratedRegex(@"\b(?:phase|stage|wave|step|tranche|part|cohort|priority|milestone|year)\s+\d{1,2}\s*[–—:-]\s*", Options)]
    private static partial Regex Stage();

    [GeneratedRegex(@"\bevery\s+(?<number>\d{1,2})\s+(?<unit>weeks|months|years)\b", Options)]
    private static partial Regex Every();

    [GeneratedRegex(@"\b(?<number>\d{1,2})[\s-]monthly\b", Options)]
    private static partial Regex Monthly();

    [GeneratedRegex(@"^(?:by\s+|end\s+(?:of\s+)?)?(?<month>\d{1,2})\s?[/.]\s?(?:20)?(?<year>[1-9]\d)$", Options)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"\beaster\s+(?<year>20\d\d)\b", Options)]
    private static partial Regex Easter();

    [GeneratedRegex(@"\b(?<term>autumn|spring|summer)\s+term\s+(?<year>20\d\d)\b", Options)]
    private static partial Regex Term();

    [GeneratedRegex(@"\b(?:academic|school)\s+year\s+(?:20)?\d\d\s?[/–-]\s?(?:20)?(?<end>\d\d)\b", Options)]
    private static partial Regex SchoolYear();

    [GeneratedRegex(@"^(?:by\s+|during\s+|end\s+(?:of\s+)?)?20(?<start>\d\d)\s?[/–-]\s?(?:20)?(?<end>\d\d)$", Options)]
    private static partial Regex TwoYears();

    [GeneratedRegex(@"^(?:by\s+|end\s+(?:of\s+)?)?FY\s?'?(?:20)?(?<end>\d\d)$", Options)]
    private static partial Regex FinancialYear();

    [GeneratedRegex(@"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b|\b(?:spring|summer|autumn|winter|easter|term|quarter|q[1-4])\b", Options)]
    private static partial Regex NamesTime();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b|[a-z'’\s/-]\d\d\b", Options)]
    private static partial Regex Year();
}
