namespace InspectionPortal.Measurement;

/// <summary>Marks points that belong together: trends and shifts. The spans hold the points that count, in order.</summary>
internal static class Stretches
{
    /// <summary>Points in a row on one side of the centre line.</summary>
    /// <param name="sides">1 above the line, -1 below, 0 on it.</param>
    /// <param name="length">How many make a shift.</param>
    /// <param name="lineEnds">Whether a point on the line ends the run; otherwise it is passed over, unmarked.</param>
    /// <param name="signals">Where the points of a shift are marked, over what was there.</param>
    public static void MarkShifts(ReadOnlySpan<sbyte> sides, int length, bool lineEnds, Span<PointSignal> signals)
    {
        var (start, count) = (0, 0);
        sbyte side = 0;
        for (var i = 0; i <= sides.Length; i++)
        {
            var next = i < sides.Length ? sides[i] : (sbyte)0;
            if (next == 0 && !lineEnds && i < sides.Length)
            {
                continue;
            }

            if (next == side && next != 0)
            {
                count++;
                continue;
            }

            if (count >= length)
            {
                MarkOff(sides, start, i, signals);
            }

            (start, count, side) = (i, 1, next);
        }
    }

    /// <summary>Points that rise, or fall, one after another.</summary>
    /// <param name="values">What is plotted.</param>
    /// <param name="length">How many make a trend.</param>
    /// <param name="tiesEnd">Whether equal neighbours end it; otherwise the second of them is part of it but not counted.</param>
    /// <param name="signals">Where the points of a trend are marked, over what was there.</param>
    public static void MarkTrends(ReadOnlySpan<double> values, int length, bool tiesEnd, Span<PointSignal> signals)
    {
        // Where two trends meet, the turning point belongs to both. Points level with it before the turn go with the first.
        var (start, count, way) = (0, 1, 0);
        for (var i = 1; i < values.Length; i++)
        {
            var step = values[i].CompareTo(values[i - 1]);
            if (step == 0 && !tiesEnd)
            {
                continue;
            }

            if (step == way && step != 0)
            {
                count++;
                continue;
            }

            MarkTrend(start, i, count, length, signals);
            (start, count, way) = (i - 1, step == 0 ? 1 : 2, step);
        }

        MarkTrend(start, values.Length, count, length, signals);
    }

    private static void MarkTrend(int start, int end, int count, int length, Span<PointSignal> signals)
    {
        if (count >= length)
        {
            signals[start..end].Fill(PointSignal.Trend);
        }
    }

    private static void MarkOff(ReadOnlySpan<sbyte> sides, int start, int end, Span<PointSignal> signals)
    {
        for (var i = start; i < end; i++)
        {
            signals[i] = sides[i] == 0 ? signals[i] : PointSignal.Shift;
        }
    }
}
