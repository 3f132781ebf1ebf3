namespace InspectionPortal.Web.Components.Charts;

/// <summary>
/// How large a chart is drawn. Letters are 14 at every size, so that a narrow screen gets a narrow drawing and not small letters. Margins
/// are the least there are: long numbers widen them.
/// </summary>
public sealed record ChartSize(double Width, double Height, double Left, double Right, double Top, double Bottom)
{
    /// <summary>For the page of a measure and for a file.</summary>
    public static ChartSize Wide { get; } = new(1200, 376, 56, 140, 28, 36);

    /// <summary>For a screen of 375 px.</summary>
    public static ChartSize Narrow { get; } = new(343, 230, 44, 10, 28, 36) { LastFigures = 6 };

    /// <summary>For the page of a project, a tablet and paper.</summary>
    public static ChartSize Middle { get; } = new(720, 290, 50, 140, 28, 36);

    /// <summary>One of many on a page.</summary>
    public static ChartSize Small { get; } = new(368, 160, 44, 12, 24, 26);

    /// <summary>
    /// How many figures there is room for; the next two targets stand beside them. Null: all figures, and every target on its day.
    /// </summary>
    public int? LastFigures { get; private init; }

    public bool IsSmall => Height < 200;

    /// <summary>True where names of lines stand at the right of them; elsewhere they stand in a key.</summary>
    public bool HasMargin => Right > 100;

    public bool HasKey => !IsSmall && !HasMargin;
}
