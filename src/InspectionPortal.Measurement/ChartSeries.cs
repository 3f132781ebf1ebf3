namespace InspectionPortal.Measurement;

/// <summary>One period's figure: a value, or a numerator over a denominator. Either may be missing.</summary>
public readonly record struct ChartPoint
{
    private ChartPoint(double? value, double? numerator, double? denominator, bool isRatio, bool isExcluded)
    {
        (Value, Numerator, Denominator, IsRatio, IsExcluded) = (value, numerator, denominator, isRatio, isExcluded);
    }

    /// <summary>The value as given, in the measure's unit; null where it is missing and for a ratio.</summary>
    public double? Value { get; }

    /// <summary>How many of the denominator; null where it is missing and for a plain value.</summary>
    public double? Numerator { get; }

    /// <summary>Out of how many, or over how much; null where it is missing and for a plain value.</summary>
    public double? Denominator { get; }

    /// <summary>True for a numerator over a denominator, even when one is missing.</summary>
    public bool IsRatio { get; }

    /// <summary>
    /// Shown and judged against the limits, and left out of everything else: centre, limits, runs, signals, variation, assurance.
    /// </summary>
    public bool IsExcluded { get; init; }

    /// <summary>What is plotted: the value, or numerator ÷ denominator. Null where a part is missing, and for 0 of 0: nothing happened that could be counted.</summary>
    public double? Plotted => !IsRatio ? Value : Denominator > 0 ? Numerator / Denominator : null;

    /// <summary>A plain value.</summary>
    /// <param name="value">Any finite number; null for a missing period.</param>
    /// <param name="isExcluded">See <see cref="IsExcluded"/>.</param>
    public static ChartPoint Of(double? value, bool isExcluded = false) => new(value, null, null, isRatio: false, isExcluded);

    /// <summary>A numerator over a denominator.</summary>
    /// <param name="numerator">Finite and, on p, p′, u and u′, ≥ 0; null for a missing period.</param>
    /// <param name="denominator">Finite, ≥ 0; null for a missing period. 0 only with a numerator of 0.</param>
    /// <param name="isExcluded">See <see cref="IsExcluded"/>.</param>
    public static ChartPoint OfRatio(double? numerator, double? denominator, bool isExcluded = false) =>
        new(null, numerator, denominator, isRatio: true, isExcluded);
}

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

    /// <summary>The value to be reached, in the unit of what is plotted (a proportion on p and p′); null where there is none. Used for assurance.</summary>
    public double? Target { get; init; }

    /// <summary>
    /// How many points, from the first, are the baseline (missing and excluded ones counted as places): 1..number of points. Centre and limits come from the baseline alone and judge the
    /// whole phase. Null: all points of a phase are its baseline. With phases it is the first phase that is frozen, the whole of it where that phase is shorter; a later phase has its own.
    /// </summary>
    public int? FreezeAt { get; init; }

    /// <summary>
    /// Where the chart is rebased: the index (from 0) of the first point of each phase, in any order, repeats harmless; 0 is always one. Each phase has its own centre, limits, runs and signals.
    /// </summary>
    public IReadOnlyList<int> Phases { get; init; } = [];

    /// <summary>
    /// Whether moving ranges at or above 3.267 × their mean are left out, once, before the mean is taken again (i, p′, u′, t). Nelson 1982; the default of both publications' own software.
    /// </summary>
    public bool ScreenMovingRanges { get; init; } = true;

    /// <summary>What is wrong with the series, in one sentence without a full stop, the first thing found; null where nothing is.</summary>
    /// <remarks>
    /// Checked: that the rules may read the chart; baseline and phases lie within the points; every number is finite; counts, moving ranges and denominators are not negative; a numerator on p and p′ does not
    /// exceed its denominator; nothing is counted over a denominator of 0; times between events are above 0; a c or g figure has no denominator other than 1.
    /// </remarks>
    public string? FindProblem() => SeriesCheck.FindProblem(this);
}

/// <summary>A series that cannot be analysed. The message says what is wrong, for the person who sent it.</summary>
public sealed class InvalidSeriesException : ArgumentException
{
    /// <summary>A series that is wrong without saying how.</summary>
    public InvalidSeriesException()
    {
    }

    /// <summary>A series that is wrong.</summary>
    public InvalidSeriesException(string message)
        : base(message)
    {
    }

    /// <summary>A series that is wrong because of something else.</summary>
    public InvalidSeriesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
