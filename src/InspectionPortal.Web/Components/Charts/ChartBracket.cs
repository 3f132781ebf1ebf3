using System.Globalization;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Components.Diagrams;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>A bracket above the plot.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="WordsAt">Where its words begin: within it, or beside it where it is too short for them.</param>
/// <param name="Width">How wide they are.</param>
/// <param name="Words">What they say.</param>
/// <param name="Row">0 is the lowest.</param>
public sealed record ChartBracket(double From, double To, double WordsAt, double Width, string Words, int Row)
{
    private const double Gap = 8;

    public bool IsAround => WordsAt > From && WordsAt + Width < To;

    /// <summary>The brackets of a chart: the run that is its signal, and the baseline. They share a row where both fit.</summary>
    public static IReadOnlyList<ChartBracket> Of(MeasureChart chart, ChartFrame frame)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(frame);
        var brackets = new List<ChartBracket>();
        if (frame.Size.IsSmall)
        {
            return brackets;
        }

        var reading = chart.Reading;
        if (reading is { Start: >= 0, Length: > 1 })
        {
            Add(brackets, frame, frame.X(chart.Places[reading.Start].Date), frame.X(chart.Places[chart.Analysis!.LatestIndex].Date), Said(chart, reading));
        }

        if (chart.Mapped.Series.FreezeAt is { } freeze && freeze > frame.First + 1)
        {
            Add(brackets, frame, frame.X(chart.Places[0].Date), frame.X(chart.Places[freeze - 1].Date), "Baseline");
        }

        return brackets;
    }

    private static string Said(MeasureChart chart, ReadingOfChart reading)
    {
        var line = chart.Mapped.Series.Chart.HasMedian() ? "median" : "average";
        var course = reading.Reason == ReadingReason.Trend ? (reading.IsHigh ? "rising" : "falling") : (reading.IsHigh ? "above" : "below") + $" the {line}";
        return string.Create(CultureInfo.InvariantCulture, $"{reading.Length} in a row {course}");
    }

    private static void Add(List<ChartBracket> brackets, ChartFrame frame, double from, double to, string words)
    {
        var width = TextWidth.Of(words, ChartSvg.LetterSize, isBold: true);
        var at = to - from > width + (4 * Gap) ? ((from + to) / 2) - (width / 2)
            : to + Gap + width <= frame.Size.Width ? to + Gap
            : Math.Max(0, from - Gap - width);
        var (left, right) = (Math.Min(from, at) - Gap, Math.Max(to, at + width) + Gap);
        var row = brackets.Exists(b => left < Math.Max(b.To, b.WordsAt + b.Width) && Math.Min(b.From, b.WordsAt) < right) ? 1 : 0;
        brackets.Add(new ChartBracket(from, to, at, width, words, row));
    }
}
