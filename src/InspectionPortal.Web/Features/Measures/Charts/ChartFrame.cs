using System.Runtime.InteropServices;
using InspectionPortal.Measurement;

namespace InspectionPortal.Web.Features.Measures.Charts;

/// <summary>How large a chart is drawn. Letters are 14 at every size, so that a narrow screen gets a narrow drawing and not small letters.</summary>
public sealed record ChartSize(double Width, double Height, double Left, double Right, double Top, double Bottom)
{
    /// <summary>For the page of a measure and for paper.</summary>
    public static ChartSize Wide { get; } = new(1200, 400, 56, 140, 52, 36);

    /// <summary>For a screen of 375 px.</summary>
    public static ChartSize Narrow { get; } = new(343, 300, 44, 10, 52, 36);

    /// <summary>For the page of a project.</summary>
    public static ChartSize Project { get; } = new(720, 300, 50, 140, 52, 36);

    /// <summary>One of many on a page.</summary>
    public static ChartSize Small { get; } = new(368, 160, 44, 12, 24, 26);

    public bool IsSmall => Height < 200;

    /// <summary>True where names of lines stand at the right of them.</summary>
    public bool HasMargin => Right > 100;
}

/// <summary>A place on the value axis.</summary>
/// <param name="Plotted">The value, as plotted.</param>
/// <param name="Y">Where it is.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartTick(double Plotted, double Y);

/// <summary>A word under the time axis.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Words">What it says.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartLabel(double X, string Words);

/// <summary>Where a day and a value are. Pure: the same chart has the same places. Needs a chart with at least one figure.</summary>
public sealed class ChartFrame
{
    /// <summary>The least share of the width that figures keep when the axis runs on to a target.</summary>
    private const double FiguresShare = 0.45;

    private const double Inset = 14;
    private const int MostTicks = 6;
    private static readonly double[] NiceSteps = [1, 2, 2.5, 5, 10];

    private readonly double _low;
    private readonly double _high;

    public ChartFrame(MeasureChart chart, ChartSize size)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(size);
        Size = size;
        Start = chart.Places[0].Date;
        LastFigure = chart.Places[^1].Date;
        End = EndOf(chart);
        (_low, _high, var step) = Range(chart, size.IsSmall ? 3 : MostTicks);
        var ticks = new List<ChartTick>();
        for (var i = 0; _low + (i * step) <= _high + (step / 100); i++)
        {
            var shown = _low + (i * step);
            ticks.Add(new ChartTick(shown / chart.Mapped.Factor, At(shown)));
        }

        Factor = chart.Mapped.Factor;
        Ticks = ticks;
        Labels = ChartLabels.Of(chart, this);
    }

    public ChartSize Size { get; }
    public DateOnly Start { get; }
    public DateOnly End { get; }
    public DateOnly LastFigure { get; }
    public IReadOnlyList<ChartTick> Ticks { get; }
    public IReadOnlyList<ChartLabel> Labels { get; }
    public double Left => Size.Left;
    public double Right => Size.Width - Size.Right;
    public double Top => Size.Top;
    public double Bottom => Size.Height - Size.Bottom;

    private double Factor { get; }

    /// <summary>Where a day is, within the plot; days before and after it are at its edges.</summary>
    public double X(DateOnly day)
    {
        var days = End.DayNumber - Start.DayNumber;
        var share = days == 0 ? 0.5 : (double)(day.DayNumber - Start.DayNumber) / days;
        return Left + Inset + (Math.Clamp(share, 0, 1) * (Right - Left - (2 * Inset)));
    }

    /// <summary>Where a plotted value is.</summary>
    public double Y(double plotted) => At(plotted * Factor);

    private double At(double shown) => Bottom - ((shown - _low) / (_high - _low) * (Bottom - Top));

    private static DateOnly EndOf(MeasureChart chart)
    {
        var (first, last) = (chart.Places[0].Date, chart.Places[^1].Date);
        var days = last.DayNumber - first.DayNumber;
        var furthest = first.DayNumber + (int)Math.Min(days / FiguresShare, 36500);
        return chart.Targets.Select(t => t.Reading.Target.By).Where(by => by > last && by.DayNumber <= furthest).Append(last).Max();
    }

    private static (double Low, double High, double Step) Range(MeasureChart chart, int mostTicks)
    {
        var factor = chart.Mapped.Factor;
        var analysis = chart.Analysis!;
        var shown = analysis.Points.SelectMany(p => new[] { p.Value, p.Lower, p.Upper })
            .Concat(analysis.Phases.Select(p => p.Centre))
            .Concat(chart.Targets.Select(t => (double?)t.Reading.Target.Value))
            .Where(v => v is not null).Select(v => v!.Value * factor).DefaultIfEmpty(0).ToList();
        var (low, high) = (shown.Min(), shown.Max());
        low = low >= 0 && low <= high / 2 ? 0 : low;
        if (high <= low)
        {
            var spread = Math.Max(Math.Abs(low) / 10, 1);
            (low, high) = (low == 0 ? 0 : low - spread, high + spread);
        }

        var step = Nice((high - low) / (mostTicks - 1));
        return (Math.Floor((low / step) + 1e-9) * step, Math.Ceiling((high / step) - 1e-9) * step, step);
    }

    private static double Nice(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * Array.Find(NiceSteps, s => s * power >= rough * (1 - 1e-9));
    }
}
