namespace InspectionPortal.Measurement;

/// <summary>What a chart shows: the answer to a <see cref="ChartSeries"/>.</summary>
public sealed class ChartAnalysis
{
    /// <summary>Fewer figures than this and limits are provisional: 12, as the Making Data Count programme's own software warns.</summary>
    public const int FiguresForLimits = 12;

    /// <summary>Fewer useful points than this and runs are not judged: 10 (Perla, Provost &amp; Murray 2011; Anhøj 2015).</summary>
    public const int UsefulPointsForRuns = 10;

    private readonly PhaseAnalysis[] _phases;
    private readonly PointAnalysis[] _points;

    internal ChartAnalysis(ChartSeries series, PhaseAnalysis[] phases, PointAnalysis[] points)
    {
        (Series, _phases, _points) = (series, phases, points);
        LatestIndex = Array.FindLastIndex(points, p => p.Value is not null && !p.IsExcluded);
        (Variation, Assurance) = series.Rules == RuleSet.MakingDataCount ? MakingDataCountRules.Icons(this) : (null, null);
    }

    /// <summary>What was asked.</summary>
    public ChartSeries Series { get; }

    /// <summary>The phases in order; one where the chart is not rebased.</summary>
    public IReadOnlyList<PhaseAnalysis> Phases => _phases;

    /// <summary>The points in order, one for each of the series.</summary>
    public IReadOnlyList<PointAnalysis> Points => _points;

    /// <summary>The index of the latest figure that counts (there, and not excluded); -1 where none does.</summary>
    public int LatestIndex { get; }

    /// <summary>The variation icon; null under other rules than making data count and where the latest figure has no limits.</summary>
    public Variation? Variation { get; }

    /// <summary>
    /// The assurance icon; null under other rules than making data count, without a target or a direction, and without limits.
    /// </summary>
    public Assurance? Assurance { get; }

    /// <summary>What the latest phase is too short for.</summary>
    public SeriesWarnings Warnings => _phases[^1].Warnings;

    /// <summary>The phase that a point belongs to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public PhaseAnalysis PhaseOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _points.Length);
        return Array.FindLast(_phases, p => p.Start <= index)!;
    }
}
