namespace InspectionPortal.Measurement;

/// <summary>
/// The older rules for run charts (Perla, Provost &amp; Murray 2011): a shift of six, a trend of five, too few or too many runs. The
/// astronomical point, their fourth rule, is a judgement by eye: it is left to people.
/// </summary>
/// <remarks>
/// The trend rule is weak. Anhøj &amp; Olesen 2014 found that it finds hardly a change that the other rules miss and gives false alarms;
/// where a point is in a shift as well as in a trend, the shift is what is reported.
/// </remarks>
public static class ClassicRules
{
    /// <summary>Points in a row on one side of the median that make a shift; points on the median neither count nor end it.</summary>
    public const int Shift = 6;

    /// <summary>Points that rise or fall one after another and make a trend; of equal neighbours only the first counts.</summary>
    public const int Trend = 5;

    private const int TableStart = ChartAnalysis.UsefulPointsForRuns;
    private const double TwoSided = 1.96;

    // From 10 useful points to 60, after the tables of Swed & Eisenhart 1943.
    private static readonly byte[] Fewest =
    [
        3, 3, 3, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 9, 10, 10, 10, 11, 11, 11, 12, 12, 12, 13, 13, 14, 14, 15, 15, 16, 16, 17, 17, 17, 18, 18, 19, 19, 20, 20, 21, 21, 22, 22, 23, 23, 24, 24,
    ];

    private static readonly byte[] Most =
    [
        9, 10, 11, 11, 12, 12, 13, 13, 14, 15, 16, 16, 17, 17, 18, 18, 19, 19, 20, 20, 21, 22, 23, 23, 24, 24, 25, 25, 26, 26, 27, 27, 28, 28, 29, 30, 31, 31, 32, 32, 33, 33, 34, 34, 35, 35, 36, 36, 37, 38, 38,
    ];

    /// <summary>
    /// The runs table: how many runs chance explains. To 60 useful points the published table; above it μ ± 1.96σ of the number of runs
    /// with half of the points on either side
    /// (Swed &amp; Eisenhart 1943), the lower limit rounded up and the upper down, which continues the table.
    /// </summary>
    /// <param name="usefulPoints">Points that are not on the median; at least 10.</param>
    /// <returns>The fewest and the most runs; fewer or more than that is a signal. A run is one more than a crossing.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="usefulPoints"/> is below 10.</exception>
    public static (int Fewest, int Most) RunsTable(int usefulPoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(usefulPoints, TableStart);
        var row = usefulPoints - TableStart;
        if (row < Fewest.Length)
        {
            return (Fewest[row], Most[row]);
        }

        var above = Math.Floor(usefulPoints / 2.0);
        var below = usefulPoints - above;
        var mean = (2 * above * below / usefulPoints) + 1;
        var reach = TwoSided * Math.Sqrt((mean - 1) * (mean - 2) / (usefulPoints - 1));
        return ((int)Math.Ceiling(mean - reach), (int)Math.Floor(mean + reach));
    }

    internal static bool Signals(Runs runs)
    {
        if (runs.Longest >= Shift)
        {
            return true;
        }

        if (runs.UsefulPoints < TableStart)
        {
            return false;
        }

        var (fewest, most) = RunsTable(runs.UsefulPoints);
        return runs.Crossings + 1 < fewest || runs.Crossings + 1 > most;
    }

    /// <summary>Marks trends, then shifts over them.</summary>
    internal static void Mark(ReadOnlySpan<double> values, ReadOnlySpan<sbyte> sides, Span<PointSignal> signals)
    {
        Stretches.MarkTrends(values, Trend, tiesEnd: false, signals);
        Stretches.MarkShifts(sides, Shift, lineEnds: false, signals);
    }
}
