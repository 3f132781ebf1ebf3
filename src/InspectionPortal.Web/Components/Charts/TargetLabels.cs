using System.Runtime.InteropServices;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>How a target stands, in words.</summary>
/// <param name="Text">Such as "46%, missed".</param>
/// <param name="IsBad">Missed, or at risk.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TargetLabels(string Text, bool IsBad);
