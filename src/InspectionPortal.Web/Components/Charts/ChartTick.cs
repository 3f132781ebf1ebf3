using System.Runtime.InteropServices;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>A place on the value axis.</summary>
/// <param name="Plotted">The value, as plotted.</param>
/// <param name="Y">Where it is.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartTick(double Plotted, double Y);
