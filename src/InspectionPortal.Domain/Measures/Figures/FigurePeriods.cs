using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Measures.Figures;

/// <summary>The periods for which a measure has figures, and those for which it has none.</summary>
/// <param name="Every">How often it is counted.</param>
public sealed record FigurePeriods(MeasureFrequency Every)
{
    /// <summary>More than so many are counted and not named.</summary>
    private const int Named = 6;

    private const int Year = 12;
    private const int Quarter = 3;

    public int Months => Every.Months;

    public static FigurePeriods Of(string? frequency) => new(MeasureFrequency.Of(frequency));

    /// <summary>
    /// The same for two days of one period. Half years and years start where a measure says, so there only the day counts.
    /// </summary>
    public int Key(DateOnly day) => Months is 1 or Quarter ? Index(day) / Months : day.DayNumber;

    /// <summary>
    /// The day of a figure that is given within a reporting period: the period's last day once it is over; before that the end of the
    /// newest month that is over and in it, where the measure is counted monthly, or else today.
    /// </summary>
    public DateOnly DayWithin(DateOnly from, DateOnly to, DateOnly today)
    {
        if (to <= today)
        {
            return to;
        }

        var month = today == LastDay(Index(today)) ? today : LastDay(Index(today) - 1);
        return Months == 1 && month >= from ? month : today;
    }

    /// <summary>The periods without a figure, from the first figure to the last that is over by <paramref name="today"/>, each by its
    /// last day.</summary>
    public IReadOnlyList<DateOnly> Missing(IReadOnlyCollection<DateOnly> entered, DateOnly today)
    {
        if (!Every.IsKnown || entered.Count == 0)
        {
            return [];
        }

        var (first, last) = (entered.Min(), entered.Max());
        var phase = Months == Quarter ? Quarter - 1 : Months > 0 ? Index(last) % Months : last.DayNumber % Every.Days;
        var have = entered.Select(Slot).ToHashSet();
        var missing = new List<DateOnly>();
        var slot = Slot(first) + 1;
        for (var end = End(slot); end <= today; end = End(++slot))
        {
            if (!have.Contains(slot))
            {
                missing.Add(end);
            }
        }

        return missing;

        int Slot(DateOnly day) => Months > 0 ? (int)Math.Floor((Index(day) - phase - 1) / (double)Months) : (int)Math.Floor((day.DayNumber - phase - 1) / (double)Every.Days);
        DateOnly End(int at) => Months > 0 ? LastDay(((at + 1) * Months) + phase) : DateOnly.FromDayNumber(((at + 1) * Every.Days) + phase);
    }

    /// <summary>A period as a row proposes it: "May 2020", "April to June 2020".</summary>
    public string Name(DateOnly end) => Months switch
    {
        1 => DateFormat.Month(end),
        Quarter => DateFormat.Months(end.AddMonths(-2), end),
        _ => DateFormat.Full(end),
    };

    /// <summary>What is missing, in sentences: gaps between figures, and what is due since the last.</summary>
    public IReadOnlyList<string> Say(IReadOnlyList<DateOnly> missing, DateOnly last)
    {
        var sentences = new List<string>();
        Add(missing.Where(m => m < last).ToList(), "is missing", "are missing");
        Add(missing.Where(m => m > last).ToList(), "has ended and has no figure yet", "have ended and have no figures yet");
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
}
