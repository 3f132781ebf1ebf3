namespace InspectionPortal.Measurement;

/// <summary>One phase of a chart.</summary>
public sealed record PhaseAnalysis
{
    /// <summary>The index of its first point, from 0.</summary>
    public required int Start { get; init; }

    /// <summary>How many points it has, missing and excluded ones included.</summary>
    public required int Length { get; init; }

    /// <summary>How many figures its centre and limits rest on.</summary>
    public required int BaselineFigures { get; init; }

    /// <summary>The centre line, in the unit of what is plotted; null where no figure counts.</summary>
    public required double? Centre { get; init; }

    /// <summary>Figures that count and do not lie on the centre line.</summary>
    public required int UsefulPoints { get; init; }

    /// <summary>The most useful points in a row on one side of the centre line; 0 where there are none.</summary>
    public required int LongestRun { get; init; }

    /// <summary>
    /// The longest run that chance explains: anhoej round(log₂ n) + 3, classic 5. From 10 useful points on; otherwise, and under making
    /// data count, null.
    /// </summary>
    public required int? LongestRunMax { get; init; }

    /// <summary>How often the line through the useful points crosses the centre line.</summary>
    public required int Crossings { get; init; }

    /// <summary>
    /// The fewest crossings that chance explains: anhoej the 5 % point of binomial(n − 1, ½), classic one less than the runs table's
    /// lower limit. From 10 useful points on; otherwise, and under making data count, null.
    /// </summary>
    public required int? CrossingsMin { get; init; }

    /// <summary>
    /// Anhoej: the longest run exceeds its maximum or the crossings fall below their minimum; never on an mr chart. Classic: a shift, or
    /// a number of runs outside the runs table. Making data count: always false,
    /// its runs being on the points.
    /// </summary>
    public required bool RunsSignal { get; init; }

    /// <summary>The size to which the rounding of the centre belongs.</summary>
    internal double Scale { get; init; }

    /// <summary>What this phase is too short for.</summary>
    public required SeriesWarnings Warnings { get; init; }
}
