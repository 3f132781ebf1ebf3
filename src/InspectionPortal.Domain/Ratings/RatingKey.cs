namespace InspectionPortal.Domain.Ratings;

/// <summary>The ratings a partnership starts with, best first.</summary>
public static class RatingKey
{
    public static IReadOnlyList<Rating> Default { get; } =
    [
        new("on-track", "On track", "On course to meet its deadline and make the intended difference.", "green", "circle", 1),
        new("at-risk", "At risk", "May miss its deadline or its aim, but its leads can put it right.", "amber", "triangle", 2),
        new("off-track", "Off track", "Will miss its deadline or its aim unless chief officers act.", "red", "square", 3),
    ];
}
