using System.Globalization;
using System.Text.RegularExpressions;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>How often a measure is counted, where its words say so, and which periods have no figure.</summary>
/// <param name="Months">Months of one period: 1, 3, 6 or 12; 0 where it is not known.</param>
public sealed partial record FigurePeriods(int Months)
{
    /// <summary>More than so many are counted and not named.</summary>
    private const int Named = 6;

    private const int Year = 12;
    private const int HalfYear = 6;
    private const int Quarter = 3;

    /// <summary>Reads "Monthly", "every quarter", "twice a year" and the like.</summary>
    public static FigurePeriods Of(string? frequency) => new(frequency switch
    {
        null => 0,
        _ when HalfYearly().IsMatch(frequency) => HalfYear,
        _ when Quarterly().IsMatch(frequency) => Quarter,
        _ when Monthly().IsMatch(frequency) => 1,
        _ when Yearly().IsMatch(frequency) => Year,
        _ => 0,
    });

    /// <summary>The same for two days of one period. Half years and years start where a measure says, so there only the day counts.</summary>
    public int Key(DateOnly day) => Months is 1 or Quarter ? Index(day) / Months : day.DayNumber;

    /// <summary>The periods without a figure, from the first figure to the last that is over by <paramref name="today"/>, each by its last day.</summary>
    public IReadOnlyList<DateOnly> Missing(IReadOnlyCollection<DateOnly> entered, DateOnly today)
    {
        if (Months == 0 || entered.Count == 0)
        {
            return [];
        }

        var phase = Index(entered.Max()) % Months;
        phase = Months == Quarter ? Quarter - 1 : phase;
        var have = entered.Select(Slot).ToHashSet();
        var missing = new List<DateOnly>();
        var slot = Slot(entered.Min()) + 1;
        for (var end = End(slot); end <= today; end = End(++slot))
        {
            if (!have.Contains(slot))
            {
                missing.Add(end);
            }
        }

        return missing;

        int Slot(DateOnly day) => (int)Math.Floor((Index(day) - phase - 1) / (double)Months);
        DateOnly End(int at) => LastDay(((at + 1) * Months) + phase);
    }

    /// <summary>A period as a row proposes it: "May 2020", "April to June 2020".</summary>
    public string Name(DateOnly end) => Months switch
    {
        1 => end.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        Quarter => string.Create(CultureInfo.InvariantCulture, $"{end.AddMonths(-2):MMMM} to {end:MMMM yyyy}"),
        _ => DayWords.Full(end),
    };

    /// <summary>What is missing, in sentences: gaps between figures, and what is due since the last.</summary>
    public IReadOnlyList<string> Say(IReadOnlyList<DateOnly> missing, DateOnly last)
    {
        var sentences = new List<string>();
        Add(missing.Where(m => m < last).ToList(), "is missing", "are missing");
        Add(missing.Where(m => m > last).ToList(), "is late: it is over and has no figure", "are late: they are over and have no figure");
        return sentences;

        void Add(List<DateOnly> ends, string one, string many)
        {
            if (ends.Count > Named)
            {
                sentences.Add($"{ends.Count} periods {many}, the first {Name(ends[0])} and the last {Name(ends[^1])}.");
            }
            else if (ends.Count > 0)
            {
                var names = ends.Select(Name).ToList();
                sentences.Add(names.Count == 1 ? $"{names[0]} {one}." : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]} {many}.");
            }
        }
    }

    private static int Index(DateOnly day) => (day.Year * Year) + day.Month - 1;

    private static DateOnly LastDay(int index) => new DateOnly(index / Year, (index % Year) + 1, 1).AddMonths(1).AddDays(-1);

    [GeneratedRegex(@"half|six|\b6\b|twice (a|per|each) year|bi-?annual", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HalfYearly();

    [GeneratedRegex(@"quarter|three month|\b3 month|termly", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quarterly();

    [GeneratedRegex(@"month", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Monthly();

    [GeneratedRegex(@"year|annual", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Yearly();
}
