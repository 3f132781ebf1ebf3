using System.Runtime.InteropServices;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>A word under the time axis.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Words">What it says.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartLabel(double X, string Words);
