namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>What the ratings are grouped by.</summary>
public enum TrendView
{
    Plan,
    Aim,
    Lead,

    /// <summary>How often the expected day moved later, by lead and quarter.</summary>
    Slips,
}
