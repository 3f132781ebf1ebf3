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

    /// <summary>
    /// What is plotted: the value, or numerator ÷ denominator. Null where a part is missing, and for 0 of 0: nothing happened that could
    /// be counted.
    /// </summary>
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
