using System.Runtime.InteropServices;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>A rectangle of the drawing.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartBox(double Left, double Top, double Right, double Bottom)
{
    private const double Ascent = 11;
    private const double Descent = 4;

    /// <summary>What a line of text takes that begins at <paramref name="x"/> on the baseline <paramref name="y"/>.</summary>
    public static ChartBox OfText(double x, double y, double width) => new(x, y - Ascent, x + width, y + Descent);

    /// <summary>Where the text stands of which this is the box.</summary>
    public double Baseline => Bottom - Descent;

    public bool Meets(ChartBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether a straight line passes through.</summary>
    public bool Meets(double x1, double y1, double x2, double y2)
    {
        var (from, to) = (0.0, 1.0);
        return Clip(x1, x2 - x1, Left, Right, ref from, ref to) && Clip(y1, y2 - y1, Top, Bottom, ref from, ref to);
    }

    /// <summary>The part of the way along which one coordinate is between two edges.</summary>
    private static bool Clip(double start, double length, double low, double high, ref double from, ref double to)
    {
        if (Math.Abs(length) < 1e-9)
        {
            return start > low && start < high;
        }

        var (enter, leave) = ((low - start) / length, (high - start) / length);
        (from, to) = (Math.Max(from, Math.Min(enter, leave)), Math.Min(to, Math.Max(enter, leave)));
        return from < to;
    }
}
