using System.Runtime.InteropServices;

namespace InspectionPortal.Measurement;

/// <summary>A sum that does not lose the small among the large, whatever their order. Neumaier 1974.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct CompensatedSum
{
    private double sum;
    private double lost;

    public readonly double Total => double.IsFinite(lost) ? sum + lost : sum;

    public void Add(double value)
    {
        var next = sum + value;
        lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
        sum = next;
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

        return mean;
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
