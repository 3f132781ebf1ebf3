using InspectionPortal.Domain.Text;
using System.Globalization;
using System.Text.RegularExpressions;
using InspectionPortal.Measurement;

namespace InspectionPortal.Domain.Measures.Charts;

/// <summary>
/// A measure's chart, analysed. Mistakes in the data never throw: then <see cref="Analysis"/> is null and <see cref="Sentence"/> says why
/// there is no chart.
/// </summary>
public sealed partial record MeasureChart
{
    private MeasureChart()
    {
    }

    public required ChartSource Source { get; init; }
    public required MeasureSeries Mapped { get; init; }

    /// <summary>Null where there is nothing to draw.</summary>
    public ChartAnalysis? Analysis { get; private init; }

    public ReadingOfChart Reading { get; private init; } = new(Course.NoFigures, ReadingReason.NoSignal, 0, -1, false);

    /// <summary>Targets with a day, the earliest first.</summary>
    public IReadOnlyList<MeasuredTarget> Targets { get; private init; } = [];

    /// <summary>What the chart shows, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>True where the figures say that something changed.</summary>
    public bool HasSignal => Reading.Reason != ReadingReason.NoSignal;

    public IReadOnlyList<ChartPlace> Places => Mapped.Places;

    /// <summary>Dates of the points, as the library asks for them.</summary>
    public IReadOnlyList<DateOnly> Dates => [.. Places.Select(p => p.Date)];

    /// <summary>The newest figure that counts; null where none does.</summary>
    public ChartPlace? Latest => Analysis is { LatestIndex: >= 0 } analysis ? Places[analysis.LatestIndex] : null;

    /// <summary>Reads a measure as on <paramref name="today"/>.</summary>
    public static MeasureChart Of(ChartSource source, DateOnly today)
    {
        var mapped = MeasureSeries.Of(source);
        if (source.Kind == MeasureKind.Milestone && mapped.Places.Count == 0)
        {
            return new MeasureChart { Source = source, Mapped = mapped, Sentence = "A milestone has no chart: it is either delivered or not." };
        }

        if (mapped.Places.Count == 0)
        {
            return new MeasureChart { Source = source, Mapped = mapped, Sentence = NoFigures(source) };
        }

        if (mapped.Series.FindProblem() is { } problem)
        {
            return new MeasureChart { Source = source, Mapped = mapped, Sentence = $"No chart can be drawn: {Named(problem, mapped)}." };
        }

        return Read(source, mapped, today);
    }

    /// <summary>A number as the chart shows it: "46.2%", "12 days".</summary>
    public string Number(double plotted)
    {
        var shown = Mapped.Shown(plotted);
        var size = Math.Abs(shown);
        var places = Math.Max(size, Scale) switch
        {
            >= 100 when !IsPercent => 0,
            >= 10 => 1,
            _ => 2,
        };
        var text = (size >= 1e15 ? shown.ToString("0.##E+0", CultureInfo.InvariantCulture) : Math.Round(shown, places).ToString("#,0.##", CultureInfo.InvariantCulture)).Replace('-', '−');
        return IsPercent ? $"{text}%" : text;
    }

    /// <summary>The size of its figures as shown: all numbers of a chart are as exact as each other.</summary>
    private double Scale => Mapped.Shown(Analysis?.Points.Max(p => Math.Abs(p.Value ?? 0)) ?? 0);

    /// <summary>The number with its unit where that is not a per cent sign.</summary>
    public string Full(double plotted) => IsPercent || Source.Unit is null ? Number(plotted) : $"{Number(plotted)} {Source.Unit}";

    public bool IsPercent => Mapped.Series.Chart.IsProportion() || Source.Unit == "%";

    private static MeasureChart Read(ChartSource source, MeasureSeries mapped, DateOnly today)
    {
        var analysis = ChartAnalyser.Analyse(mapped.Series);
        var dates = mapped.Places.Select(p => p.Date).ToList();
        var targets = source.Targets.Where(t => t.By is not null).OrderBy(t => t.By).ThenBy(t => t.Value)
            .Select(t => new MeasuredTarget(t, TargetReader.Read(analysis, dates, new TargetByDate((double)t.Value / mapped.Factor, t.By!.Value), today)))
            .ToList();
        var unit = source.Unit is null || source.Unit == "%" ? source.Unit ?? "" : $" {source.Unit}";
        return new MeasureChart
        {
            Source = source,
            Mapped = mapped,
            Analysis = analysis,
            Reading = ChartReading.Of(analysis),
            Targets = targets,
            Sentence = ChartSentence.Of(analysis, new SentenceTerms(mapped.Periods.Word, unit, mapped.Factor), [.. targets.Select(t => t.Reading)]),
        };
    }

    private static string NoFigures(ChartSource source) => source.OffChart.Count switch
    {
        0 => "There are no figures yet, so there is no chart.",
        1 => "There is no chart: the only figure has no date or no number.",
        var many => $"There is no chart: none of its {many} figures has both a date and a number.",
    };

    /// <summary>The library counts points from 0; people know them by their dates.</summary>
    private static string Named(string problem, MeasureSeries mapped) => PointPlace().Replace(
        problem,
        match => int.TryParse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture, out var index) && index < mapped.Places.Count
            ? $"figure of {DateFormat.Full(mapped.Places[index].Date)}"
            : match.Value);

    [GeneratedRegex("""points\[(?<index>\d+)\]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PointPlace();
}
