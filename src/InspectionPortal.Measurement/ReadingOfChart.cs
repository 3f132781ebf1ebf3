using System.Runtime.InteropServices;

namespace InspectionPortal.Measurement;

/// <summary>
/// What a chart says about its latest figures, the strongest reason first, as data; <see cref="ChartSentence"/> has the words.
/// </summary>
/// <param name="Course">Where they are going.</param>
/// <param name="Reason">The rule.</param>
/// <param name="Length">How many of the latest figures belong to the run or the trend; 0 for other reasons.</param>
/// <param name="Start">The index of the first of them; -1 for other reasons.</param>
/// <param name="IsHigh">Outside, two of three, run: on the upper side. Trend: rising.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReadingOfChart(Course Course, ReadingReason Reason, int Length, int Start, bool IsHigh);
