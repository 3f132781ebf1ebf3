using System.Globalization;
using System.Text;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Measurement;
using Microsoft.AspNetCore.Html;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>
/// The last figures of a measure in 84 × 26: its line, the next target dashed, the newest figure as a dot. Short, because a plan has
/// hundreds.
/// </summary>
public static class Sparkline
{
    public const int MostPoints = 24;
    private const int Width = 84;
    private const int Height = 26;
    private const int Edge = 4;

    /// <summary>Null where there are fewer than two figures to join.</summary>
    public static HtmlString? Of(MeasureChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var points = chart.Analysis?.Points.Where(p => p is { Value: not null, IsExcluded: false }).Select(p => p.Value!.Value).TakeLast(MostPoints).ToList();
        if (points is not { Count: > 1 })
        {
            return null;
        }

        var target = chart.Targets.FirstOrDefault(t => t.Reading.State is TargetState.AtRisk or TargetState.OnTrack)?.Reading.Target.Value;
        var (low, high) = (Math.Min(points.Min(), target ?? double.MaxValue), Math.Max(points.Max(), target ?? double.MinValue));
        var spread = high - low;
        int Y(double value) => spread <= 0 ? Height / 2 : (int)Math.Round(Height - Edge - ((value - low) / spread * (Height - (2 * Edge))));
        int X(int index) => Edge + (int)Math.Round((double)index / (points.Count - 1) * (Width - (2 * Edge)));

        var path = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"M{X(0)} {Y(points[0])}l"));
        for (var i = 1; i < points.Count; i++)
        {
            var down = Y(points[i]) - Y(points[i - 1]);
            path.Append(CultureInfo.InvariantCulture, $"{(i > 1 ? " " : "")}{X(i) - X(i - 1)}{(down < 0 ? "" : " ")}{down}");
        }

        var dash = target is { } aim ? string.Create(CultureInfo.InvariantCulture, $"""<path class="t" d="M0 {Y(aim)}h{Width}"/>""") : "";
        var end = string.Create(CultureInfo.InvariantCulture, $"""<circle cx="{X(points.Count - 1)}" cy="{Y(points[^1])}" r="3"/>""");
        return new HtmlString($"""<svg class="p-spark" width="84" height="26" viewBox="0 0 84 26" aria-hidden="true">{dash}<path d="{path}"/>{end}</svg>""");
    }
}
