namespace InspectionPortal.Measurement;

/// <summary>
/// The rules and icons of NHS England's Making Data Count programme for individuals charts, as its guides and its published software
/// apply them. Limits are mean ± 2.66 × mean moving range.
/// </summary>
/// <remarks>
/// Four rules, the first that holds being reported: a point outside a limit; a trend of seven (strictly rising or falling); two of three
/// points in a row, all three on one side of the mean, that lie between two thirds of the way to the
/// limit and the limit; a shift of seven (a point on the mean ends it). Missing and excluded points are passed over: the rules look at
/// the figures that count, in order, within a phase.
/// </remarks>
public static class MakingDataCountRules
{
    /// <summary>Points that rise or fall one after another and make a trend.</summary>
    public const int Trend = 7;

    /// <summary>Points in a row on one side of the mean that make a shift.</summary>
    public const int Shift = 7;

    private const int Window = 3;

    /// <summary>Marks from the weakest rule to the strongest, so that the first in the programme's order stays.</summary>
    /// <param name="values">What is plotted.</param>
    /// <param name="sides">1 above the mean, -1 below, 0 on it.</param>
    /// <param name="near">Between two thirds of the way to a limit and the limit.</param>
    /// <param name="signals">Where points are marked.</param>
    internal static void Mark(ReadOnlySpan<double> values, ReadOnlySpan<sbyte> sides, ReadOnlySpan<bool> near, Span<PointSignal> signals)
    {
        Stretches.MarkShifts(sides, Shift, lineEnds: true, signals);
        MarkTwoInThree(sides, near, signals);
        Stretches.MarkTrends(values, Trend, tiesEnd: true, signals);
    }

    /// <summary>
    /// Variation is that of the latest figure: its special cause, if any, is an improvement where the figure lies on the better side of
    /// the mean, else a concern. Assurance compares the target with the latest limits.
    /// </summary>
    internal static (Variation? Variation, Assurance? Assurance) Icons(ChartAnalysis analysis)
    {
        if (analysis.LatestIndex < 0 || analysis.Points[analysis.LatestIndex] is not { Lower: { } lower, Upper: { } upper } latest)
        {
            return (null, null);
        }

        var better = analysis.Series.Direction switch { ImprovementDirection.Up => 1, ImprovementDirection.Down => -1, _ => 0 };
        var phase = analysis.PhaseOf(analysis.LatestIndex);
        var side = ChartAnalyser.Compare(latest.Value!.Value, phase.Centre!.Value, phase.Scale);
        var variation = latest.Signal == PointSignal.None ? Variation.CommonCause
            : better == 0 ? Variation.Neither
            : side == better ? Variation.Improvement
            : Variation.Concern;
        return (variation, better == 0 || analysis.Series.Target is not { } target ? null : Judge(ChartAnalyser.Compare(target, upper, phase.Scale), ChartAnalyser.Compare(target, lower, phase.Scale), better > 0));
    }

    private static Assurance Judge(int againstUpper, int againstLower, bool upIsBetter) =>
        againstUpper > 0 ? (upIsBetter ? Assurance.Fail : Assurance.Pass)
        : againstLower < 0 ? (upIsBetter ? Assurance.Pass : Assurance.Fail)
        : Assurance.HitOrMiss;

    private static void MarkTwoInThree(ReadOnlySpan<sbyte> sides, ReadOnlySpan<bool> near, Span<PointSignal> signals)
    {
        for (var i = 0; i + Window <= sides.Length; i++)
        {
            var oneSide = Math.Abs(sides[i] + sides[i + 1] + sides[i + 2]) == Window;
            var close = (near[i] ? 1 : 0) + (near[i + 1] ? 1 : 0) + (near[i + 2] ? 1 : 0);
            for (var j = i; oneSide && close >= 2 && j < i + Window; j++)
            {
                signals[j] = near[j] ? PointSignal.TwoInThree : signals[j];
            }
        }
    }
}
