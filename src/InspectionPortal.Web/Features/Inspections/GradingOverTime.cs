namespace InspectionPortal.Web.Features.Inspections;

/// <summary>A grade of one inspection, to be set beside those of others.</summary>
public sealed record GradingOverTime(Guid InspectionId, string? Indicator, string Title, string Grade, bool IsNested)
{
    /// <summary>What makes two gradings the same: their indicator, or their title where the report gives no number.</summary>
    public string Key => (Indicator ?? Title).Trim().ToUpperInvariant();
}
