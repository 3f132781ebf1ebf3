namespace InspectionPortal.Measurement;

/// <summary>One point of a chart, as drawn and judged.</summary>
public readonly record struct PointAnalysis
{
    private readonly double _value;
    private readonly double _lower;
    private readonly double _upper;

    internal PointAnalysis(double value, double lower, double upper, bool outside, bool excluded, PointSignal signal)
    {
        (_value, _lower, _upper, OutsideLimits, IsExcluded, Signal) = (value, lower, upper, outside, excluded, signal);
    }

    /// <summary>What is plotted; null where it is missing.</summary>
    public double? Value => Known(_value);

    /// <summary>
    /// The lower control limit here; null on run charts, where there are too few figures, and where a denominator is missing.
    /// </summary>
    public double? Lower => Known(_lower);

    /// <summary>The upper control limit here; null as <see cref="Lower"/>.</summary>
    public double? Upper => Known(_upper);

    /// <summary>
    /// True where the value is above the upper or below the lower limit, excluded points too. On the limit is not outside.
    /// </summary>
    public bool OutsideLimits { get; }

    /// <summary>As given: shown, and left out of everything but <see cref="OutsideLimits"/>.</summary>
    public bool IsExcluded { get; }

    /// <summary>Why it stands out, the first rule that says so; none for excluded and missing points.</summary>
    public PointSignal Signal { get; }

    private static double? Known(double number) => double.IsFinite(number) ? number : null;
}
