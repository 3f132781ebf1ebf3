using System.Globalization;
using InspectionPortal.Domain.Measures.Charts;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>The words under the time axis: of every n-th period, the year where it changes.</summary>
internal static class ChartLabels
{
    private const double Gap = 66;
    private static readonly int[] Strides = [1, 2, 3, 4, 6, 12, 24, 36, 60, 120, 240];

    public static IReadOnlyList<ChartLabel> Of(MeasureChart chart, ChartFrame frame)
    {
        var days = chart.Places.Skip(frame.First).Select(p => p.Date).Distinct().ToList();
        var (first, last) = (frame.X(days[0]), frame.X(days[^1]));
        var spacing = days.Count > 1 ? (last - first) / (days.Count - 1) : double.MaxValue;
        var stride = Array.Find(Strides, s => s * spacing >= Gap);
        var labels = new List<ChartLabel>();
        int? year = null;
        for (var i = 0; i < days.Count; i += stride == 0 ? days.Count : stride)
        {
            var x = frame.X(days[i]);
            if (labels.Count > 0 && x - labels[^1].X < Gap)
            {
                continue;
            }

            labels.Add(new ChartLabel(x, Words(days[i], chart.Mapped.Periods, year)));
            year = days[i].Year;
        }

        if (labels.Count > 0 && last - labels[^1].X >= Gap)
        {
            labels.Add(new ChartLabel(last, Words(days[^1], chart.Mapped.Periods, year)));
        }

        return labels;
    }

    private static string Words(DateOnly day, ChartPeriods periods, int? year)
    {
        var format = periods switch
        {
            { Months: 12 } => "yyyy",
            { Days: > 0 } => day.Year == year ? "d MMM" : "d MMM yy",
            { Months: > 0 } => day.Year == year ? "MMM" : "MMM yyyy",
            _ => "MMM yyyy",
        };
        return day.ToString(format, CultureInfo.InvariantCulture);
    }
}
