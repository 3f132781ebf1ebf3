using InspectionPortal.Domain.Text;
using System.Globalization;
using InspectionPortal.Measurement;

namespace InspectionPortal.Domain.Measures.Charts;

/// <summary>
/// A measure as the library takes it. Pure: the same source gives the same series.
/// What is plotted is a proportion on p charts and a count per one on u charts; <see cref="Factor"/> makes it the measure's unit again.
/// </summary>
public sealed record MeasureSeries(ChartSeries Series, IReadOnlyList<ChartPlace> Places, double Factor, ChartPeriods Periods, IReadOnlyList<string> Doubts)
{
    private const double Hundred = 100;

    public static MeasureSeries Of(ChartSource source)
    {
        var (chart, rules) = ChartSuggestion.InForce(source);
        var periods = new ChartPeriods(MeasureFrequency.Of(source.Frequency));
        var places = Fill(source.Charted, periods);
        var factor = FactorOf(chart, source.Unit);
        var doubts = new List<string>();
        var phases = Phases(source, places, doubts);
        var series = new ChartSeries
        {
            Chart = chart,
            Rules = rules,
            Points = [.. places.Select(p => Point(p.Figure, chart, source.Unit))],
            Direction = source.Direction switch
            {
                MeasureDirection.Up => ImprovementDirection.Up,
                MeasureDirection.Down => ImprovementDirection.Down,
                _ => ImprovementDirection.None,
            },
            Phases = phases,
            FreezeAt = Freeze(source.BaselinePoints, places, phases, doubts),
            ScreenMovingRanges = source.ScreenMovingRanges,
            Target = LastTarget(source) is { } target ? (double)target.Value / factor : null,
        };
        foreach (var twice in places.Where(p => p.Figure is not null).GroupBy(p => p.Date).Where(g => g.Count() > 1))
        {
            doubts.Add($"Two figures have the same date, {DateFormat.Full(twice.Key)}.");
        }

        return new MeasureSeries(series, places, factor, periods, doubts);
    }

    /// <summary>What a number of this chart is shown as, without its unit.</summary>
    public double Shown(double plotted) => plotted * Factor;

    private static List<ChartPlace> Fill(IReadOnlyList<SourcePoint> figures, ChartPeriods periods)
    {
        var places = new List<ChartPlace>(figures.Count);
        foreach (var figure in figures)
        {
            var day = figure.Date!.Value;
            if (places.Count > 0)
            {
                places.AddRange(periods.Between(places[^1].Date, day).Where(d => d < day).Select(d => new ChartPlace(d, null)).ToList());
            }

            places.Add(new ChartPlace(day, figure));
        }

        return places;
    }

    private static ChartPoint Point(SourcePoint? figure, ChartKind chart, string? unit)
    {
        if (figure is null)
        {
            return ChartPoint.Of(null);
        }

        if (chart.NeedsDenominators())
        {
            return figure.IsRatio
                ? ChartPoint.OfRatio((double)figure.Numerator!.Value, (double)figure.Denominator!.Value, figure.IsExcluded)
                : ChartPoint.Of((double?)figure.Value, figure.IsExcluded);
        }

        var value = (double?)figure.Value ?? ((double)figure.Numerator!.Value / (double)figure.Denominator!.Value * RatioFactor(unit));
        return ChartPoint.Of(value, figure.IsExcluded);
    }

    private static double FactorOf(ChartKind chart, string? unit) =>
        chart.IsProportion() ? Hundred : chart.NeedsDenominators() ? RatioFactor(unit) : 1;

    /// <summary>"%" shows 0.46 as 46; "per 1,000" shows 0.046 as 46; anything else as it is.</summary>
    private static double RatioFactor(string? unit)
    {
        if (unit is null)
        {
            return 1;
        }

        if (unit.Contains('%', StringComparison.Ordinal) || unit.Contains("per cent", StringComparison.OrdinalIgnoreCase))
        {
            return Hundred;
        }

        var per = unit.IndexOf("per ", StringComparison.OrdinalIgnoreCase);
        var digits = per < 0 ? "" : string.Concat(unit[(per + 4)..].TakeWhile(c => char.IsAsciiDigit(c) || c is ',' or ' ').Where(char.IsAsciiDigit));
        return double.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1e9 ? number : 1;
    }

    private static List<int> Phases(ChartSource source, List<ChartPlace> places, List<string> doubts)
    {
        var starts = new List<int>();
        foreach (var phase in source.Phases.OrderBy(p => p.Date))
        {
            var start = places.FindIndex(p => p.Date >= phase.Date && p.Figure is not null);
            if (start < 0)
            {
                doubts.Add($"The rebase of {DateFormat.Full(phase.Date)} starts after the last figure, so it changes nothing yet.");
            }
            else if (start > 0 && !starts.Contains(start))
            {
                starts.Add(start);
            }
        }

        return starts;
    }

    /// <summary>The library counts places; people count figures.</summary>
    private static int? Freeze(int? points, List<ChartPlace> places, List<int> phases, List<string> doubts)
    {
        if (points is not { } wanted || wanted < 1)
        {
            return null;
        }

        var end = phases.Count > 0 ? phases[0] : places.Count;
        var figures = Enumerable.Range(0, end).Where(i => places[i].Figure is not null).ToList();
        if (figures.Count < wanted)
        {
            doubts.Add($"The baseline needs {wanted} figures and there are {figures.Count}, so all of them are the baseline for now.");
            return null;
        }

        return figures[wanted - 1] + 1;
    }

    private static SourceTarget? LastTarget(ChartSource source) =>
        source.Targets.Count == 0 ? null : source.Targets.OrderBy(t => t.By ?? DateOnly.MaxValue).Last();
}
