using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Ratings;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>A recommendation with what answers it, as a row.</summary>
public sealed record RecommendationRow(
    Guid Id, Guid? InspectionId, string? Inspection, string Number, string? Title, RecommendationKind Kind, string Text, string? Theme, bool IsReworded,
    int Links, IReadOnlyList<WorkRow> Work, int Evidence)
{
    /// <summary>Whether it was met, as the newest report says.</summary>
    public RecommendationState State { get; init; }

    /// <summary>The worst rating of the work, not rated only where nothing is.</summary>
    public Rating? Worst => Work.Count == 0
        ? null
        : Work.Select(w => w.Rating).Where(r => r != Rating.NotRated).MaxBy(r => r.Order) ?? Rating.NotRated;
}
