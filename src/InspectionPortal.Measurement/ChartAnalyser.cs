namespace InspectionPortal.Measurement;

/// <summary>
/// Analyses a series. The same series gives the same answer, bit for bit: nothing depends on time, culture, threads or what was analysed
/// before.
/// </summary>
/// <remarks>
/// Two numbers that differ by less than a million-millionth (10⁻¹²) of their size, or of the mean size of the baseline's figures where
/// the centre is an average, count as equal when a figure is held against the centre line or a limit:
/// that is what rounding can do, and no measurement is as exact.
/// </remarks>
public static class ChartAnalyser
{
    private const double Tolerance = 1e-12;
    private const double CloseToLimit = 2.0 / 3;

    /// <summary>Finds centre lines, limits, runs and signals.</summary>
    /// <param name="series">What is to be drawn and how it is to be read. May have no points, or none that count.</param>
    /// <returns>One phase or more, and a point for each of the series.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is null.</exception>
    /// <exception cref="InvalidSeriesException"><see cref="ChartSeries.FindProblem"/> finds something; its words are the
    /// message.</exception>
    public static ChartAnalysis Analyse(ChartSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.FindProblem() is { } problem)
        {
            throw new InvalidSeriesException(problem);
        }

        var starts = Starts(series);
        var phases = new PhaseAnalysis[starts.Length];
        var points = new PointAnalysis[series.Points.Count];
        var room = new Workspace(points.Length);
        try
        {
            room.Read(series.Points);
            for (var i = 0; i < phases.Length; i++)
            {
                var end = i + 1 < starts.Length ? starts[i + 1] : points.Length;
                var freeze = i == 0 ? series.FreezeAt : null;
                phases[i] = AnalysePhase(series, room, starts[i], end, Math.Min(end, freeze ?? end), points);
            }
        }
        finally
        {
            room.Return();
        }

        return new ChartAnalysis(series, phases, points);
    }

    private static int[] Starts(ChartSeries series) =>
        series.Phases.Count == 0 ? [0] : [.. series.Phases.Append(0).Distinct().Order()];

    private static PhaseAnalysis AnalysePhase(ChartSeries series, Workspace room, int start, int end, int freeze, Span<PointAnalysis> points)
    {
        var frame = room.Frame(start, end, freeze);
        var centre = ControlLimits.Fill(series, frame);
        var scale = series.Chart.HasMedian() ? 0 : Averages.MeanSize(frame.Baseline);
        var counted = HoldAgainstCentre(room, start, end, centre, scale);
        var runs = Runs.Count(room.Sides[..counted]);
        Mark(series.Rules, room, counted);
        WritePoints(room, start, end, !double.IsNaN(centre), scale, points);
        return Describe(series, runs, start, end, frame, centre, scale);
    }

    /// <summary>Which side of the centre line the figures that count are on, and whether they are close to a limit.</summary>
    /// <returns>How many count.</returns>
    private static int HoldAgainstCentre(Workspace room, int start, int end, double centre, double scale)
    {
        var values = room.Values;
        var lower = room.Lower;
        var upper = room.Upper;
        var counted = 0;
        for (var i = start; i < end; i++)
        {
            if (double.IsNaN(values[i]) || room.Excluded[i] || double.IsNaN(centre))
            {
                continue;
            }

            room.Counted[counted] = values[i];
            room.Signals[counted] = PointSignal.None;
            room.Sides[counted] = (sbyte)Compare(values[i], centre, scale);
            room.Near[counted++] = !IsOutside(values[i], lower[i], upper[i], scale)
                && IsOutside(values[i], centre - (CloseToLimit * (centre - lower[i])), centre + (CloseToLimit * (upper[i] - centre)), scale);
        }

        return counted;
    }

    private static void Mark(RuleSet rules, Workspace room, int counted)
    {
        var values = room.Counted[..counted];
        var sides = room.Sides[..counted];
        var signals = room.Signals[..counted];
        if (rules == RuleSet.MakingDataCount)
        {
            MakingDataCountRules.Mark(values, sides, room.Near[..counted], signals);
        }
        else if (rules == RuleSet.Classic)
        {
            ClassicRules.Mark(values, sides, signals);
        }
    }

    private static void WritePoints(Workspace room, int start, int end, bool hasCentre, double scale, Span<PointAnalysis> points)
    {
        var values = room.Values;
        var lower = room.Lower;
        var upper = room.Upper;
        var counted = 0;
        for (var i = start; i < end; i++)
        {
            var outside = IsOutside(values[i], lower[i], upper[i], scale);
            var counts = hasCentre && !double.IsNaN(values[i]) && !room.Excluded[i];
            var marked = counts ? room.Signals[counted++] : PointSignal.None;
            var signal = counts && outside ? PointSignal.Outside : marked;
            points[i] = new PointAnalysis(values[i], lower[i], upper[i], outside, room.Excluded[i], signal);
        }
    }

    private static PhaseAnalysis Describe(ChartSeries series, Runs runs, int start, int end, PhaseFrame frame, double centre, double scale)
    {
        var figures = Averages.Count(frame.Baseline);
        var enough = runs.UsefulPoints >= ChartAnalysis.UsefulPointsForRuns;
        var (anhoej, classic) = (series.Rules == RuleSet.Anhoej, series.Rules == RuleSet.Classic);
        return new PhaseAnalysis
        {
            Start = start,
            Length = end - start,
            BaselineFigures = figures,
            Scale = scale,
            Centre = double.IsNaN(centre) ? null : centre,
            UsefulPoints = runs.UsefulPoints,
            LongestRun = runs.Longest,
            LongestRunMax = !enough ? null : anhoej ? AnhoejRules.LongestRunMax(runs.UsefulPoints) : classic ? ClassicRules.Shift - 1 : null,
            Crossings = runs.Crossings,
            CrossingsMin = !enough ? null
                : anhoej ? AnhoejRules.CrossingsMin(runs.UsefulPoints)
                : classic ? ClassicRules.RunsTable(runs.UsefulPoints).Fewest - 1
                : null,
            RunsSignal = (anhoej && series.Chart != ChartKind.MovingRange && AnhoejRules.Signals(runs)) || (classic && ClassicRules.Signals(runs)),
            Warnings = (series.Chart.HasLimits() && figures < ChartAnalysis.FiguresForLimits ? SeriesWarnings.ShortForLimits : SeriesWarnings.None)
                | ((anhoej || classic) && !enough ? SeriesWarnings.ShortForRuns : SeriesWarnings.None),
        };
    }

    private static bool IsOutside(double value, double lower, double upper, double scale) =>
        Compare(value, upper, scale) > 0 || Compare(value, lower, scale) < 0;

    /// <summary>The sign of value − line; 0 where rounding could have made the difference, and where either is not known.</summary>
    internal static int Compare(double value, double line, double scale)
    {
        var difference = value - line;
        var within = Tolerance * Math.Max(Math.Max(Math.Abs(value), Math.Abs(line)), scale);
        return difference > within ? 1 : difference < -within ? -1 : 0;
    }
}
