using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Measurement;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>Which figures belong to a signal, as marks and in words.</summary>
public static class ChartMarks
{
    public static ChartMark Of(MeasureChart chart, int index)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var point = chart.Analysis!.Points[index];
        return point switch
        {
            { IsExcluded: true } => ChartMark.Excluded,
            { OutsideLimits: true } => ChartMark.Outside,
            { Signal: not PointSignal.None } => ChartMark.Signal,
            _ when IsInRun(chart, index) => ChartMark.Signal,
            _ => ChartMark.Plain,
        };
    }

    /// <summary>True on the side that is better, false on the worse; null where no way is.</summary>
    public static bool? IsBetter(MeasureChart chart, int index)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var analysis = chart.Analysis!;
        if (analysis.Points[index].Value is not { } value || analysis.PhaseOf(index).Centre is not { } centre || chart.Mapped.Series.Direction == ImprovementDirection.None)
        {
            return null;
        }

        return value > centre == (chart.Mapped.Series.Direction == ImprovementDirection.Up);
    }

    /// <summary>What a figure is part of, for the table; null where it is part of nothing.</summary>
    public static string? Words(MeasureChart chart, int index)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var point = chart.Analysis!.Points[index];
        if (point.IsExcluded)
        {
            return point.OutsideLimits ? "Excluded, outside the limits" : "Excluded";
        }

        var line = chart.Mapped.Series.Chart.HasMedian() ? "median" : "average";
        var side = point.Value > chart.Analysis.PhaseOf(index).Centre ? "Above" : "Below";
        return point.Signal switch
        {
            PointSignal.Outside => point.Value > point.Upper ? "Above the upper limit" : "Below the lower limit",
            _ when point.OutsideLimits => "Outside the limits",
            PointSignal.Trend => "Part of a trend",
            PointSignal.TwoInThree => "Close to a limit",
            PointSignal.Shift => $"{side} the {line}",
            _ => IsInRun(chart, index) ? $"{side} the {line}" : null,
        };
    }

    private static bool IsInRun(MeasureChart chart, int index)
    {
        var reading = chart.Reading;
        var analysis = chart.Analysis!;
        if (reading.Reason is not (ReadingReason.Run or ReadingReason.Trend) || index < reading.Start || index > analysis.LatestIndex)
        {
            return false;
        }

        var centre = analysis.PhaseOf(index).Centre;
        return analysis.Points[index].Value is { } value && (reading.Reason == ReadingReason.Trend || value.CompareTo(centre ?? value) == (reading.IsHigh ? 1 : -1));
    }
}
