namespace InspectionPortal.Web.Components.Charts;

/// <summary>How a figure is marked on a chart, by shape first and colour second.</summary>
public enum ChartMark
{
    /// <summary>A hollow circle.</summary>
    Plain,

    /// <summary>A filled circle: part of a run, a trend or two of three.</summary>
    Signal,

    /// <summary>A filled diamond: outside the limits.</summary>
    Outside,

    /// <summary>A hollow circle with a cross: left out of the reading.</summary>
    Excluded,
}
