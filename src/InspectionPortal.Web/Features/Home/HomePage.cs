using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Data.Queries;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A member's home; <see cref="Plan"/> is null where the partnership has none yet.</summary>
public sealed record HomePage(
    string Partnership, HomePlan? Plan, HomeQuarter? Quarter, IReadOnlyList<HomeTask> Tasks, IReadOnlyList<RatingCount> Ratings, HomeCounts Counts,
    IReadOnlyList<HomeDate> ComingUp, IReadOnlyList<HomeEvent> Lately, HomeMay May, Vocabulary Vocabulary, IReadOnlyList<Rating> Key, DateOnly Today)
{
    /// <summary>What the partnership's own figures say.</summary>
    public SignalSet Signals { get; init; } = SignalSet.None;

    /// <summary>Null where no quarter was submitted yet.</summary>
    public HomeLastQuarter? Before { get; init; }
}
