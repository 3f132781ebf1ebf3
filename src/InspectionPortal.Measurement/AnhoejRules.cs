namespace InspectionPortal.Measurement;

/// <summary>
/// The critical values of runs analysis: a phase signals when its longest run exceeds <see cref="LongestRunMax"/> or its crossings fall
/// below <see cref="CrossingsMin"/>.
/// Anhøj &amp; Olesen 2014, Anhøj 2015; the longest run after Schilling 2012, the crossings after Chen 2010.
/// </summary>
public static class AnhoejRules
{
    private const int TableEnd = 256;
    private const double Share = 0.05;

    private static readonly int[] Table = [.. Enumerable.Range(0, TableEnd).Select(n => n == 0 ? 0 : Quantile(n - 1))];

    /// <summary>
    /// round(log₂ n) + 3. No integer has a logarithm half-way between two integers, so the kind of rounding does not matter.
    /// </summary>
    /// <param name="usefulPoints">n, the points that are not on the centre line; at least 1. Meant for 10 or more.</param>
    /// <returns>The longest run, in points, that chance explains.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="usefulPoints"/> is below 1.</exception>
    public static int LongestRunMax(int usefulPoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(usefulPoints, 1);
        return (int)Math.Round(Math.Log2(usefulPoints), MidpointRounding.ToEven) + 3;
    }

    /// <summary>
    /// The 5 % point of binomial(n − 1, ½): the smallest k with P(crossings ≤ k) ≥ 0.05.
    /// </summary>
    /// <param name="usefulPoints">n, the points that are not on the centre line; at least 1. Meant for 10 or more.</param>
    /// <returns>The fewest crossings that chance explains.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="usefulPoints"/> is below 1.</exception>
    public static int CrossingsMin(int usefulPoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(usefulPoints, 1);
        return usefulPoints < TableEnd ? Table[usefulPoints] : Quantile(usefulPoints - 1);
    }

    /// <summary>Sums the binomial from below in units of its highest term, so that no power of two underflows.</summary>
    private static int Quantile(int trials)
    {
        var mode = trials / 2;
        var from = Math.Max(0, mode - (int)(20 * Math.Sqrt(trials)) - 1);
        var weights = new double[mode - from + 1];
        var weight = 1.0;
        for (var k = mode; k >= from; k--)
        {
            weights[k - from] = weight;
            weight *= (double)k / (trials - k + 1);
        }

        // Symmetry: what lies above the middle is what lies below it.
        var half = weights.Sum();
        var total = trials % 2 == 0 ? (2 * half) - 1 : 2 * half;
        var below = 0.0;
        var at = 0;
        while (below + weights[at] < Share * total)
        {
            below += weights[at++];
        }

        return from + at;
    }

    internal static bool Signals(Runs runs) =>
        runs.UsefulPoints >= ChartAnalysis.UsefulPointsForRuns
        && (runs.Longest > LongestRunMax(runs.UsefulPoints) || runs.Crossings < CrossingsMin(runs.UsefulPoints));
}
