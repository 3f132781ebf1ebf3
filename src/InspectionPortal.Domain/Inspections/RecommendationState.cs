namespace InspectionPortal.Domain.Inspections;

/// <summary>Whether a recommendation was met.</summary>
public enum RecommendationState
{
    /// <summary>Nobody has said that it was met.</summary>
    Open,

    /// <summary>A report says that it was met.</summary>
    Met,

    /// <summary>It was met before, and a later report says that it is not.</summary>
    Reopened,
}
