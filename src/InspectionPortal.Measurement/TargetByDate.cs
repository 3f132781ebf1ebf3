using System.Runtime.InteropServices;

namespace InspectionPortal.Measurement;

/// <summary>A value to be reached by a date.</summary>
/// <param name="Value">In the unit of what is plotted: a proportion (0.75, not 75) on p and p′.</param>
/// <param name="By">The last day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TargetByDate(double Value, DateOnly By);
