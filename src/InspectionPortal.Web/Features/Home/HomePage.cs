using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Data.Queries;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A member's home.</summary>
/// <param name="Partnership">Its name.</param>
/// <param name="Plans">The plans that are not closed, the newest first.</param>
/// <param name="Tasks">What waits for this person, the most urgent first.</param>
/// <param name="ComingUp">The next dates of all plans.</param>
/// <param name="Lately">What others did.</param>
/// <param name="Manner">How the page is read.</param>
public sealed record HomePage(
    string Partnership, IReadOnlyList<HomePlan> Plans, IReadOnlyList<HomeTask> Tasks, IReadOnlyList<HomeDate> ComingUp,
    IReadOnlyList<HomeEvent> Lately, HomeManner Manner)
{
    /// <summary>What is left to set up, for those who do it; empty once it is done.</summary>
    public IReadOnlyList<SetUpStep> SetUp { get; init; } = [];

    /// <summary>How many plans are closed; the others are in <see cref="Plans" />.</summary>
    public int ClosedPlans { get; init; }

    /// <summary>What the partnership's own figures say.</summary>
    public SignalSet Signals { get; init; } = SignalSet.None;

    public HomeMay May => Manner.May;

    public Vocabulary Vocabulary => Manner.Vocabulary;

    public IReadOnlyList<Rating> Key => Manner.Key;

    public DateOnly Today => Manner.Today;
}
