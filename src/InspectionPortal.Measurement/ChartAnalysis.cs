namespace InspectionPortal.Measurement;

/// <summary>Why one point stands out. The order is that of precedence where several rules meet, the first being strongest.</summary>
public enum PointSignal
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It lies outside a control limit.</summary>
    Outside,

    /// <summary>It is part of a trend.</summary>
    Trend,

    /// <summary>It is one of two points of three that are close to the same limit.</summary>
    TwoInThree,

    /// <summary>It is part of a shift: a run on one side of the centre line.</summary>
    Shift,
}

/// <summary>The variation icon of the Making Data Count programme: what the latest figure says.</summary>
public enum Variation
{
    /// <summary>No special cause at the latest figure.</summary>
    CommonCause,

    /// <summary>Special cause, the latest figure being on the better side of the mean.</summary>
    Improvement,

    /// <summary>Special cause, the latest figure not being on the better side of the mean.</summary>
    Concern,

    /// <summary>Special cause where neither way is better.</summary>
    Neither,
}

/// <summary>The assurance icon of the Making Data Count programme: whether the process will reach the target if nothing changes.</summary>
public enum Assurance
{
    /// <summary>Yes: the target lies beyond the limit on the worse side.</summary>
    Pass,

    /// <summary>No: the target lies beyond the limit on the better side.</summary>
    Fail,

    /// <summary>By chance: the target lies on or between the limits.</summary>
    HitOrMiss,
}

/// <summary>What there are too few figures for.</summary>
[Flags]
public enum SeriesWarnings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>
    /// Limits that rest on fewer than <see cref="ChartAnalysis.FiguresForLimits"/> figures: they will move as figures come. On charts with limits.
    /// </summary>
    ShortForLimits = 1,

    /// <summary>Fewer than <see cref="ChartAnalysis.UsefulPointsForRuns"/> useful points: runs cannot be judged. Under anhoej and classic rules.</summary>
    ShortForRuns = 2,
}

/// <summary>One phase of a chart.</summary>
public sealed record PhaseAnalysis
{
    /// <summary>The index of its first point, from 0.</summary>
    public required int Start { get; init; }

    /// <summary>How many points it has, missing and excluded ones included.</summary>
    public required int Length { get; init; }

    /// <summary>How many figures its centre and limits rest on.</summary>
    public required int BaselineFigures { get; init; }

    /// <summary>The centre line, in the unit of what is plotted; null where no figure counts.</summary>
    public required double? Centre { get; init; }

    /// <summary>Figures that count and do not lie on the centre line.</summary>
    public required int UsefulPoints { get; init; }

    /// <summary>The most useful points in a row on one side of the centre line; 0 where there are none.</summary>
    public required int LongestRun { get; init; }

    /// <summary>
    /// The longest run that chance explains: anhoej round(log₂ n) + 3, classic 5. From 10 useful points on; otherwise, and under making data count, null.
    /// </summary>
    public required int? LongestRunMax { get; init; }

    /// <summary>How often the line through the useful points crosses the centre line.</summary>
    public required int Crossings { get; init; }

    /// <summary>
    /// The fewest crossings that chance explains: anhoej the 5 % point of binomial(n − 1, ½), classic one less than the runs table's lower limit. From 10 useful points on; otherwise, and under making data count, null.
    /// </summary>
    public required int? CrossingsMin { get; init; }

    /// <summary>
    /// Anhoej: the longest run exceeds its maximum or the crossings fall below their minimum; never on an mr chart. Classic: a shift, or a number of runs outside the runs table. Making data count: always false,
    /// its runs being on the points.
    /// </summary>
    public required bool RunsSignal { get; init; }

    /// <summary>The size to which the rounding of the centre belongs.</summary>
    internal double Scale { get; init; }

    /// <summary>What this phase is too short for.</summary>
    public required SeriesWarnings Warnings { get; init; }
}

/// <summary>One point of a chart, as drawn and judged.</summary>
public readonly record struct PointAnalysis
{
    private readonly double value;
    private readonly double lower;
    private readonly double upper;

    internal PointAnalysis(double value, double lower, double upper, bool outside, bool excluded, PointSignal signal)
    {
        (this.value, this.lower, this.upper, OutsideLimits, IsExcluded, Signal) = (value, lower, upper, outside, excluded, signal);
    }

    /// <summary>What is plotted; null where it is missing.</summary>
    public double? Value => Known(value);

    /// <summary>The lower control limit here; null on run charts, where there are too few figures, and where a denominator is missing.</summary>
    public double? Lower => Known(lower);

    /// <summary>The upper control limit here; null as <see cref="Lower"/>.</summary>
    public double? Upper => Known(upper);

    /// <summary>True where the value is above the upper or below the lower limit, excluded points too. On the limit is not outside.</summary>
    public bool OutsideLimits { get; }

    /// <summary>As given: shown, and left out of everything but <see cref="OutsideLimits"/>.</summary>
    public bool IsExcluded { get; }

    /// <summary>Why it stands out, the first rule that says so; none for excluded and missing points.</summary>
    public PointSignal Signal { get; }

    private static double? Known(double number) => double.IsFinite(number) ? number : null;
}

/// <summary>What a chart shows: the answer to a <see cref="ChartSeries"/>.</summary>
public sealed class ChartAnalysis
{
    /// <summary>Fewer figures than this and limits are provisional: 12, as the Making Data Count programme's own software warns.</summary>
    public const int FiguresForLimits = 12;

    /// <summary>Fewer useful points than this and runs are not judged: 10 (Perla, Provost &amp; Murray 2011; Anhøj 2015).</summary>
    public const int UsefulPointsForRuns = 10;

    private readonly PhaseAnalysis[] phases;
    private readonly PointAnalysis[] points;

    internal ChartAnalysis(ChartSeries series, PhaseAnalysis[] phases, PointAnalysis[] points)
    {
        (Series, this.phases, this.points) = (series, phases, points);
        LatestIndex = Array.FindLastIndex(points, p => p.Value is not null && !p.IsExcluded);
        (Variation, Assurance) = series.Rules == RuleSet.MakingDataCount ? MakingDataCountRules.Icons(this) : (null, null);
    }

    /// <summary>What was asked.</summary>
    public ChartSeries Series { get; }

    /// <summary>The phases in order; one where the chart is not rebased.</summary>
    public IReadOnlyList<PhaseAnalysis> Phases => phases;

    /// <summary>The points in order, one for each of the series.</summary>
    public IReadOnlyList<PointAnalysis> Points => points;

    /// <summary>The index of the latest figure that counts (there, and not excluded); -1 where none does.</summary>
    public int LatestIndex { get; }

    /// <summary>The variation icon; null under other rules than making data count and where the latest figure has no limits.</summary>
    public Variation? Variation { get; }

    /// <summary>The assurance icon; null under other rules than making data count, without a target or a direction, and without limits.</summary>
    public Assurance? Assurance { get; }

    /// <summary>What the latest phase is too short for.</summary>
    public SeriesWarnings Warnings => phases[^1].Warnings;

    /// <summary>The phase that a point belongs to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public PhaseAnalysis PhaseOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, points.Length);
        return Array.FindLast(phases, p => p.Start <= index)!;
    }
}
