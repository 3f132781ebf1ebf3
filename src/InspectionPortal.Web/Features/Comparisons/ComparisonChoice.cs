namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>What the address asks to compare, and which part of it to show.</summary>
public sealed class ComparisonChoice
{
    /// <summary>What <see cref="From"/> holds for the plan as first agreed.</summary>
    public const string Plan = "plan";

    /// <summary>A period's id, or <see cref="Plan"/>; null is the report before.</summary>
    public string? From { get; set; }

    /// <summary>A period's id; null is the newest report.</summary>
    public string? To { get; set; }

    /// <summary>Key of the one section to show; null shows the start of each.</summary>
    public string? Show { get; set; }

    /// <summary>Which page of that section, from 1.</summary>
    public int Page { get; set; } = 1;
}
