namespace InspectionPortal.Measurement;

/// <summary>
/// The charts. Every formula is that of the textbook named with it; the values, the centre and the limits of a chart are in
/// one and the same unit.
/// </summary>
public enum ChartKind
{
    /// <summary>
    /// Run chart: the figures and their median; no limits. Any finite number. Perla, Provost &amp; Murray 2011; Anhøj &amp; Olesen 2014.
    /// </summary>
    Run,

    /// <summary>
    /// Individuals: centre is the mean, limits are centre ± 3 × mean moving range ÷ 1.128 (under making data count ± 2.66 × mean
    /// moving range). Any finite number; the lower limit may be negative. Wheeler 1993; Montgomery, section 6.4.
    /// </summary>
    Individuals,

    /// <summary>
    /// Moving ranges: <em>the figures given are the moving ranges</em> (the first of a series is missing; see
    /// <see cref="MovingRange.Of"/>). Centre is their mean, upper limit 3.267 × centre, lower limit 0. Figures ≥ 0.
    /// Runs of moving ranges are no signal, because neighbours share a figure. Wheeler 1993; Montgomery, section 6.4.
    /// </summary>
    MovingRange,

    /// <summary>
    /// Proportions: centre p̄ = Σ numerators ÷ Σ denominators, limits p̄ ± 3 √(p̄(1 − p̄) ÷ nᵢ), cut to 0..1. Values are
    /// proportions, 0..1, not percentages. Montgomery, section 7.2.
    /// </summary>
    Proportion,

    /// <summary>
    /// Laney's p′: as the p chart with its standard deviation multiplied by σz, the mean moving range of the standardised
    /// values ÷ 1.128; for large denominators. Cut to 0..1. Laney 2002.
    /// </summary>
    ProportionPrime,

    /// <summary>
    /// Rates: centre ū = Σ numerators ÷ Σ denominators, limits ū ± 3 √(ū ÷ nᵢ), the lower cut at 0. Values are counts per unit
    /// of the denominator. Montgomery, section 7.3.
    /// </summary>
    Rate,

    /// <summary>
    /// Laney's u′: as the u chart with its standard deviation multiplied by σz. The lower limit is cut at 0. Laney 2002.
    /// </summary>
    RatePrime,

    /// <summary>
    /// Counts: centre c̄ is the mean, limits c̄ ± 3 √c̄, the lower cut at 0. Figures ≥ 0, over equal areas of opportunity.
    /// Montgomery, section 7.3.
    /// </summary>
    Count,

    /// <summary>
    /// Opportunities between events: limits ḡ ± 3 √(ḡ(ḡ + 1)) around the mean ḡ, the lower cut at 0. The centre line is the median of
    /// the figures, because a geometric distribution is skewed and runs are counted about the line that parts the figures in
    /// halves. Figures ≥ 0. Benneyan 2001 for the limits; Provost &amp; Murray 2011 and Anhøj for the centre.
    /// </summary>
    Geometric,

    /// <summary>
    /// Time between events: an individuals chart of y = x^(1/3.6), its centre and limits transformed back by y^3.6, a
    /// negative lower limit being 0. Figures &gt; 0: two events at the same moment need a finer unit of time. Nelson 1994.
    /// </summary>
    TimeBetween,
}
