namespace InspectionPortal.Web.Infrastructure;

/// <summary>The ratings a partnership starts with, best first.</summary>
public static class RatingKey
{
    public static IReadOnlyList<Rating> Default { get; } =
    [
        new("on-track", "On track", "Will be done by its deadline and make the difference promised", "green", "circle", 1),
        new("at-risk", "At risk", "In doubt; those who lead it can put it right", "amber", "triangle", 2),
        new("off-track", "Off track", "Will miss its deadline or its aim unless chief officers act", "red", "square", 3),
    ];
}
