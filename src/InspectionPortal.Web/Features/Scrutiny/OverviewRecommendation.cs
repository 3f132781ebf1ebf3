using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>
/// A recommendation with the worst rating of the work that answers it, null where none does, and how much released evidence.
/// </summary>
public sealed record OverviewRecommendation(Guid Id, string Number, string Text, Rating? Worst, int Projects, int Evidence)
{
    /// <summary>Day of the newest approved position statement; null for none.</summary>
    public DateOnly? StatementAsAt { get; init; }

    /// <summary>The grade that the partnership gives itself in it.</summary>
    public string? StatementGrade { get; init; }
}
