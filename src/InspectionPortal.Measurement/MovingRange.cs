namespace InspectionPortal.Measurement;

/// <summary>Distances between neighbouring figures, the measure of short-term variation that limits are built on.</summary>
/// <remarks>
/// Two figures are neighbours when nothing missing lies between them. An excluded point is as if it had never been: the points on either
/// side of it are neighbours. A missing period parts them.
/// Wheeler 1993; Nelson 1982 for the screening.
/// </remarks>
public static class MovingRange
{
    /// <summary>d₂ for two figures, 1.128: mean moving range ÷ d₂ estimates the standard deviation.</summary>
    public const double D2 = 1.128;

    /// <summary>D₄ for two figures, 3.267: times the mean moving range, the upper limit of moving ranges.</summary>
    public const double D4 = 3.267;

    /// <summary>
    /// The moving ranges of figures, as an mr chart takes them: |xᵢ − xᵢ₋₁|, in the unit of the figures; null for the first and wherever
    /// either is missing.
    /// </summary>
    /// <param name="values">Figures in order of time, null where missing.</param>
    /// <returns>As many as there are figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static double?[] Of(IReadOnlyList<double?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var ranges = new double?[values.Count];
        for (var i = 1; i < ranges.Length; i++)
        {
            ranges[i] = values[i] is { } value && values[i - 1] is { } previous ? Math.Abs(value - previous) : null;
        }

        return ranges;
    }

    /// <summary>
    /// The mean moving range, Σ|xᵢ − xᵢ₋₁| ÷ k over the k pairs of neighbours. Screening leaves out, once, the ranges at or above
    /// 3.267 × that mean and takes the mean of the rest.
    /// </summary>
    /// <param name="values">Figures in order of time, <see cref="double.NaN"/> where missing.</param>
    /// <param name="screen">Whether to screen.</param>
    /// <returns>The mean, ≥ 0; <see cref="double.NaN"/> where no two figures are neighbours.</returns>
    public static double Mean(ReadOnlySpan<double> values, bool screen)
    {
        var mean = Mean(values, double.PositiveInfinity);
        return screen && mean > 0 ? Mean(values, D4 * mean) : mean;
    }

    private static double Mean(ReadOnlySpan<double> values, double below)
    {
        var sum = default(CompensatedSum);
        var count = 0;
        for (var i = 1; i < values.Length; i++)
        {
            var range = Math.Abs(values[i] - values[i - 1]);
            if (range < below)
            {
                sum.Add(range);
                count++;
            }
        }

        return count == 0 ? double.NaN : sum.Total / count;
    }
}
