namespace InspectionPortal.Measurement;

/// <summary>What the arithmetic of one phase works on. Missing numbers are NaN.</summary>
internal readonly ref struct PhaseFrame
{
    /// <summary>What is plotted, every point of the phase.</summary>
    public required ReadOnlySpan<double> Values { get; init; }

    /// <summary>The denominators beside <see cref="Values"/>.</summary>
    public required ReadOnlySpan<double> Denominators { get; init; }

    /// <summary>The baseline: values without the excluded points.</summary>
    public required ReadOnlySpan<double> Baseline { get; init; }

    /// <summary>The denominators beside <see cref="Baseline"/>; NaN where the value is missing.</summary>
    public required ReadOnlySpan<double> BaselineDenominators { get; init; }

    /// <summary>The numerators beside <see cref="Baseline"/>; NaN where the value is missing.</summary>
    public required ReadOnlySpan<double> BaselineNumerators { get; init; }

    /// <summary>Room for as many numbers as the baseline has.</summary>
    public required Span<double> Scratch { get; init; }

    /// <summary>To be filled: the lower limit at every point.</summary>
    public required Span<double> Lower { get; init; }

    /// <summary>To be filled: the upper limit at every point.</summary>
    public required Span<double> Upper { get; init; }
}

/// <summary>Centre line and control limits of a phase. The formulas are those said at <see cref="ChartKind"/>.</summary>
internal static class ControlLimits
{
    /// <summary>The programme's rounding of 3 ÷ 1.128.</summary>
    public const double MakingDataCountFactor = 2.66;

    private const double Sigmas = 3;
    private const double TimePower = 3.6;

    /// <summary>Fills the limits.</summary>
    /// <returns>The centre line; NaN where no figure counts.</returns>
    public static double Fill(ChartSeries series, PhaseFrame frame)
    {
        frame.Lower.Fill(double.NaN);
        frame.Upper.Fill(double.NaN);
        var centre = series.Chart switch
        {
            ChartKind.Run => Averages.Median(frame.Baseline, frame.Scratch),
            ChartKind.Individuals => Individuals(series, frame),
            ChartKind.MovingRange => MovingRanges(frame),
            ChartKind.Count => Level(frame, Averages.Mean(frame.Baseline), c => Math.Sqrt(c)),
            ChartKind.Geometric => Geometric(frame),
            ChartKind.TimeBetween => TimeBetween(series, frame),
            _ => Ratio(series, frame),
        };
        if (!double.IsFinite(centre))
        {
            frame.Lower.Fill(double.NaN);
            frame.Upper.Fill(double.NaN);
            return double.NaN;
        }

        KeepFinite(frame.Lower);
        KeepFinite(frame.Upper);
        return centre;
    }

    private static double Individuals(ChartSeries series, PhaseFrame frame)
    {
        var centre = Averages.Mean(frame.Baseline);
        var range = MovingRange.Mean(frame.Baseline, series.ScreenMovingRanges);
        var reach = series.Rules == RuleSet.MakingDataCount ? MakingDataCountFactor * range : Sigmas * range / MovingRange.D2;
        frame.Lower.Fill(centre - reach);
        frame.Upper.Fill(centre + reach);
        return centre;
    }

    private static double MovingRanges(PhaseFrame frame)
    {
        var centre = Averages.Mean(frame.Baseline);
        frame.Lower.Clear();
        frame.Upper.Fill(MovingRange.D4 * centre);
        return centre;
    }

    private static double Geometric(PhaseFrame frame)
    {
        Level(frame, Averages.Mean(frame.Baseline), mean => Math.Sqrt(mean) * Math.Sqrt(mean + 1));
        return Averages.Median(frame.Baseline, frame.Scratch);
    }

    private static double Level(PhaseFrame frame, double centre, Func<double, double> deviation)
    {
        var reach = Sigmas * deviation(centre);
        frame.Lower.Fill(Cut(centre - reach));
        frame.Upper.Fill(centre + reach);
        return centre;
    }

    private static double TimeBetween(ChartSeries series, PhaseFrame frame)
    {
        var transformed = frame.Scratch[..frame.Baseline.Length];
        for (var i = 0; i < transformed.Length; i++)
        {
            transformed[i] = Math.Pow(frame.Baseline[i], 1 / TimePower);
        }

        var centre = Averages.Mean(transformed);
        var reach = Sigmas * MovingRange.Mean(transformed, series.ScreenMovingRanges) / MovingRange.D2;
        frame.Lower.Fill(Math.Pow(Cut(centre - reach), TimePower));
        frame.Upper.Fill(Math.Pow(centre + reach, TimePower));
        return Math.Pow(centre, TimePower);
    }

    /// <summary>p, p′, u and u′: a pooled centre, and limits that narrow as a point's denominator grows.</summary>
    private static double Ratio(ChartSeries series, PhaseFrame frame)
    {
        var (above, below) = (Averages.Sum(frame.BaselineNumerators), Averages.Sum(frame.BaselineDenominators));
        if (!double.IsFinite(above) || !double.IsFinite(below))
        {
            (above, below) = (Averages.Mean(frame.BaselineNumerators), Averages.Mean(frame.BaselineDenominators));
        }

        var centre = below > 0 ? above / below : double.NaN;
        if (double.IsNaN(centre))
        {
            return centre;
        }

        var proportion = series.Chart.IsProportion();
        centre = proportion ? Math.Min(centre, 1) : centre;
        var deviationOfOne = Math.Sqrt(proportion ? centre * (1 - centre) : centre);
        var spread = series.Chart is ChartKind.ProportionPrime or ChartKind.RatePrime
            ? SigmaZ(frame, centre, deviationOfOne, series.ScreenMovingRanges)
            : 1;
        for (var i = 0; i < frame.Denominators.Length; i++)
        {
            if (frame.Denominators[i] > 0)
            {
                var reach = Sigmas * spread * deviationOfOne / Math.Sqrt(frame.Denominators[i]);
                frame.Lower[i] = Cut(centre - reach);
                frame.Upper[i] = proportion ? Math.Min(centre + reach, 1) : centre + reach;
            }
        }

        return centre;
    }

    /// <summary>
    /// Laney's σz: the mean moving range of z = (value − centre) ÷ (deviation ÷ √n), ÷ 1.128. Where the centre is 0 or 1 the baseline has
    /// no deviation to standardise by: σz is not known, and there are no limits.
    /// </summary>
    private static double SigmaZ(PhaseFrame frame, double centre, double deviationOfOne, bool screen)
    {
        var z = frame.Scratch[..frame.Baseline.Length];
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = (frame.Baseline[i] - centre) * Math.Sqrt(frame.BaselineDenominators[i]) / deviationOfOne;
        }

        return MovingRange.Mean(z, screen) / MovingRange.D2;
    }

    private static double Cut(double lower) => lower < 0 ? 0 : lower;

    /// <summary>A limit beyond what a double holds is not known.</summary>
    private static void KeepFinite(Span<double> limits)
    {
        foreach (ref var limit in limits)
        {
            limit = double.IsFinite(limit) ? limit : double.NaN;
        }
    }
}
