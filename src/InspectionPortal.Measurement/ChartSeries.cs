namespace InspectionPortal.Measurement;

/// <summary>What is to be drawn and how it is to be read.</summary>
public sealed record ChartSeries
{
    /// <summary>The chart.</summary>
    public required ChartKind Chart { get; init; }

    /// <summary>The one set of rules by which it is read; must be able to read the chart (<see cref="RuleSets.MayRead"/>).</summary>
    public required RuleSet Rules { get; init; }

    /// <summary>The figures in order of time, one for each period, missing ones included.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>Which way is better; <see cref="ImprovementDirection.None"/> unless said.</summary>
    public ImprovementDirection Direction { get; init; }

    /// <summary>
    /// The value to be reached, in the unit of what is plotted (a proportion on p and p′); null where there is none. Used for assurance.
    /// </summary>
    public double? Target { get; init; }

    /// <summary>
    /// How many points, from the first, are the baseline (missing and excluded ones counted as places): 1..number of points. Centre and
    /// limits come from the baseline alone and judge the
    /// whole phase. Null: all points of a phase are its baseline. With phases it is the first phase that is frozen, the whole of it where
    /// that phase is shorter; a later phase has its own.
    /// </summary>
    public int? FreezeAt { get; init; }

    /// <summary>
    /// Where the chart is rebased: the index (from 0) of the first point of each phase, in any order, repeats harmless; 0 is always one.
    /// Each phase has its own centre, limits, runs and signals.
    /// </summary>
    public IReadOnlyList<int> Phases { get; init; } = [];

    /// <summary>
    /// Whether moving ranges at or above 3.267 × their mean are left out, once, before the mean is taken again (i, p′, u′, t). Nelson
    /// 1982; the default of both publications' own software.
    /// </summary>
    public bool ScreenMovingRanges { get; init; } = true;

    /// <summary>What is wrong with the series, in one sentence without a full stop, the first thing found; null where nothing is.</summary>
    /// <remarks>
    /// Checked: that the rules may read the chart; baseline and phases lie within the points; every number is finite; counts, moving
    /// ranges and denominators are not negative; a numerator on p and p′ does not
    /// exceed its denominator; nothing is counted over a denominator of 0; times between events are above 0; a c or g figure has no
    /// denominator other than 1.
    /// </remarks>
    public string? FindProblem() => SeriesCheck.FindProblem(this);
}
