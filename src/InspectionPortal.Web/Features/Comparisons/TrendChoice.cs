namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>Which ratings over the quarters the address asks for.</summary>
public sealed class TrendChoice
{
    /// <summary>A plan's id; null is the plan of the newest report.</summary>
    public string? Plan { get; set; }

    /// <summary>Name of a <see cref="TrendView"/>; null is the whole plan.</summary>
    public string? By { get; set; }

    /// <summary>Which page of the groups, from 1.</summary>
    public int Page { get; set; } = 1;
}
