namespace InspectionPortal.Measurement;

/// <summary>What there are too few figures for.</summary>
[Flags]
public enum SeriesWarnings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>
    /// Limits that rest on fewer than <see cref="ChartAnalysis.FiguresForLimits"/> figures: they will move as figures come. On charts
    /// with limits.
    /// </summary>
    ShortForLimits = 1,

    /// <summary>
    /// Fewer than <see cref="ChartAnalysis.UsefulPointsForRuns"/> useful points: runs cannot be judged. Under anhoej and classic rules.
    /// </summary>
    ShortForRuns = 2,
}
