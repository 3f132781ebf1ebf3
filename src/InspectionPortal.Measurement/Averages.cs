using System.Runtime.InteropServices;

namespace InspectionPortal.Measurement;

/// <summary>A sum that does not lose the small among the large, whatever their order. Neumaier 1974.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    public readonly double Total => double.IsFinite(_lost) ? _sum + _lost : _sum;

    public void Add(double value)
    {
        var next = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - next + value : value - next + _sum;
        _sum = next;
    }
}

/// <summary>Averages of figures among which some may be missing (NaN). NaN where none is there.</summary>
internal static class Averages
{
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = default(CompensatedSum);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                sum.Add(value);
            }
        }

        return sum.Total;
    }

    public static double Mean(ReadOnlySpan<double> values)
    {
        var count = Count(values);
        if (count == 0)
        {
            return double.NaN;
        }

        var sum = Sum(values);
        if (double.IsFinite(sum))
        {
            return sum / count;
        }

        // The sum is beyond what a double holds; the mean never is.
        var mean = 0.0;
        foreach (var value in values)
        {
            mean += double.IsNaN(value) ? 0 : value / count;
        }

        // Rounding can still take it one step too far.
        return double.IsFinite(mean) ? mean : double.CopySign(double.MaxValue, mean);
    }

    /// <summary>The mean of the sizes: the scale to which rounding errors of <see cref="Mean"/> belong.</summary>
    public static double MeanSize(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                sum += Math.Abs(value);
                count++;
            }
        }

        return count == 0 ? 0 : Math.Min(sum / count, double.MaxValue);
    }

    /// <summary>The middle figure, or half-way between the two in the middle.</summary>
    /// <param name="values">The figures.</param>
    /// <param name="scratch">At least as long; overwritten.</param>
    public static double Median(ReadOnlySpan<double> values, Span<double> scratch)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                scratch[count++] = value;
            }
        }

        if (count == 0)
        {
            return double.NaN;
        }

        var sorted = scratch[..count];
        sorted.Sort();
        var upper = sorted[count / 2];
        var lower = sorted[(count - 1) / 2];
        var middle = (lower + upper) / 2;
        return double.IsFinite(middle) ? middle : (lower / 2) + (upper / 2);
    }

    public static int Count(ReadOnlySpan<double> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count;
    }
}
