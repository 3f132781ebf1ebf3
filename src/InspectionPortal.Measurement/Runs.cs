using System.Runtime.InteropServices;

namespace InspectionPortal.Measurement;

/// <summary>
/// Runs about the centre line: points in a row on one side of it. Points on the line count for neither side and do not end a run.
/// </summary>
/// <param name="UsefulPoints">Points off the line.</param>
/// <param name="Longest">The longest run; 0 where there is none.</param>
/// <param name="Crossings">How often a run ends and another begins: one less than the number of runs.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Runs(int UsefulPoints, int Longest, int Crossings)
{
    /// <param name="sides">1 above the line, -1 below, 0 on it.</param>
    public static Runs Count(ReadOnlySpan<sbyte> sides)
    {
        var (useful, longest, crossings, current) = (0, 0, 0, 0);
        sbyte side = 0;
        foreach (var next in sides)
        {
            if (next == 0)
            {
                continue;
            }

            crossings += side != 0 && next != side ? 1 : 0;
            current = next == side ? current + 1 : 1;
            longest = Math.Max(longest, current);
            side = next;
            useful++;
        }

        return new(useful, longest, crossings);
    }
}
