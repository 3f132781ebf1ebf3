using System.Runtime.InteropServices;

namespace InspectionPortal.Measurement;

/// <summary>Reads the latest phase of a chart that has figures, by the rules that the chart is read by.</summary>
public static class ChartReading
{
    /// <summary>The latest figures that belong together.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Tail(int Length, int Start, bool IsHigh);

    /// <summary>
    /// The reading. A signal at the latest figure comes first; under anhoej and classic rules, a signal of the phase's runs after it. A
    /// trend on the other side of the centre line from where it leads is a
    /// change, neither improvement nor worsening (the programme's icon calls it by the side: see <see cref="MakingDataCountRules"/>).
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="analysis"/> is null.</exception>
    public static ReadingOfChart Of(ChartAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        if (analysis.LatestIndex < 0)
        {
            return new(Course.NoFigures, ReadingReason.NoSignal, 0, -1, false);
        }

        var latest = analysis.Points[analysis.LatestIndex];
        var phase = analysis.PhaseOf(analysis.LatestIndex);
        return latest.Signal switch
        {
            PointSignal.Outside => Judge(analysis, ReadingReason.Outside, new Tail(0, -1, latest.Value > latest.Upper)),
            PointSignal.Trend => Trend(analysis, phase),
            PointSignal.TwoInThree => Judge(analysis, ReadingReason.TwoInThree, new Tail(0, -1, Side(latest, phase) > 0)),
            PointSignal.Shift => Judge(analysis, ReadingReason.Run, EndRun(analysis, phase)),
            _ when phase.RunsSignal => ByRuns(analysis, phase),
            _ => new(IsTooShort(analysis, phase, latest) ? Course.TooEarly : Course.Steady, ReadingReason.NoSignal, 0, -1, false),
        };
    }

    private static bool IsTooShort(ChartAnalysis analysis, PhaseAnalysis phase, PointAnalysis latest) =>
        phase.Warnings.HasFlag(SeriesWarnings.ShortForRuns)
        || (analysis.Series.Chart.HasLimits() && (phase.BaselineFigures < 2 || latest.Upper is null));

    private static ReadingOfChart ByRuns(ChartAnalysis analysis, PhaseAnalysis phase)
    {
        var longest = phase.LongestRunMax ?? ClassicRules.Shift - 1;
        var run = EndRun(analysis, phase);
        return run.Length > longest ? Judge(analysis, ReadingReason.Run, run)
            : phase.LongestRun > longest ? new(Course.Changing, ReadingReason.EarlierRun, 0, -1, false)
            : phase.Crossings < phase.CrossingsMin ? new(Course.Changing, ReadingReason.FewCrossings, 0, -1, false)
            : new(Course.Changing, ReadingReason.ManyCrossings, 0, -1, false);
    }

    private static ReadingOfChart Trend(ChartAnalysis analysis, PhaseAnalysis phase)
    {
        var tiesEnd = analysis.Series.Rules == RuleSet.MakingDataCount;
        var (length, way, start) = (1, 0, analysis.LatestIndex);
        var later = analysis.Points[analysis.LatestIndex].Value!.Value;
        for (var i = analysis.LatestIndex - 1; i >= phase.Start; i--)
        {
            if (analysis.Points[i] is not { Value: { } value, IsExcluded: false })
            {
                continue;
            }

            var step = later.CompareTo(value);
            if ((step == 0 && tiesEnd) || (step != 0 && way != 0 && step != way))
            {
                break;
            }

            start = i;
            (length, way, later) = step == 0 ? (length, way, later) : (length + 1, step, value);
        }

        var judged = Judge(analysis, ReadingReason.Trend, new Tail(length, start, way > 0));
        var side = Side(analysis.Points[analysis.LatestIndex], phase);
        return side == -way ? judged with { Course = Course.Changing } : judged;
    }

    private static Tail EndRun(ChartAnalysis analysis, PhaseAnalysis phase)
    {
        var (length, side, start) = (0, 0, -1);
        for (var i = analysis.LatestIndex; i >= phase.Start; i--)
        {
            var point = analysis.Points[i];
            var here = point.IsExcluded ? 0 : Side(point, phase);
            if (here != 0 && side != 0 && here != side)
            {
                break;
            }

            if (here == 0 && point is { Value: not null, IsExcluded: false } && analysis.Series.Rules == RuleSet.MakingDataCount)
            {
                break;
            }

            side = here == 0 ? side : here;
            (length, start) = here == 0 ? (length, start) : (length + 1, i);
        }

        return new(length, start, side > 0);
    }

    private static int Side(PointAnalysis point, PhaseAnalysis phase) =>
        point.Value is { } value && phase.Centre is { } centre ? ChartAnalyser.Compare(value, centre, phase.Scale) : 0;

    private static ReadingOfChart Judge(ChartAnalysis analysis, ReadingReason reason, Tail tail)
    {
        var course = analysis.Series.Direction switch
        {
            ImprovementDirection.Up => tail.IsHigh ? Course.Improving : Course.GettingWorse,
            ImprovementDirection.Down => tail.IsHigh ? Course.GettingWorse : Course.Improving,
            _ => Course.Changing,
        };
        return new(course, reason, tail.Length, tail.Start, tail.IsHigh);
    }
}
