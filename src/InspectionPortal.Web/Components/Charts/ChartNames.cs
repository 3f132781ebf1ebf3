using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Measurement;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>The names of the lines of the latest phase, with their values.</summary>
public sealed record ChartNames(double? Centre, string CentreWords, double? Upper, double? Lower, string UpperWords, string LowerWords)
{
    public static ChartNames Of(MeasureChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var centre = chart.Analysis!.Phases[^1].Centre;
        var point = chart.Analysis.Points.Where(p => p.Upper is not null).Select(p => (p.Upper, p.Lower)).LastOrDefault();
        var line = chart.Mapped.Series.Chart.HasMedian() ? "Median" : "Average";
        return new ChartNames(
            centre,
            centre is { } c ? $"{line} {chart.Number(c)}" : "",
            point.Upper,
            point.Lower,
            point.Upper is { } upper ? $"Upper limit {chart.Number(upper)}" : "",
            point.Lower is { } lower ? $"Lower limit {chart.Number(lower)}" : "");
    }

    /// <summary>Those that there are, from the top.</summary>
    public IEnumerable<(double Value, string Words, bool IsCentre)> All
    {
        get
        {
            if (Upper is { } upper)
            {
                yield return (upper, UpperWords, false);
            }

            if (Centre is { } centre)
            {
                yield return (centre, CentreWords, true);
            }

            if (Lower is { } lower)
            {
                yield return (lower, LowerWords, false);
            }
        }
    }
}
