using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Home;

/// <summary>How one plan stands.</summary>
public sealed record HomePlan(Guid Id, string Title, string? PeriodText)
{
    /// <summary>The period that is under way, or the next; null where none is open.</summary>
    public HomeQuarter? Quarter { get; init; }

    /// <summary>How many projects have each rating.</summary>
    public IReadOnlyList<RatingCount> Ratings { get; init; } = [];

    /// <summary>The ratings of the last quarter that was submitted; null where none was.</summary>
    public HomeLastQuarter? Before { get; init; }

    public required HomeCounts Counts { get; init; }

    public string Caption => PeriodText is null ? Title : $"Action plan, {PeriodText}";
}
