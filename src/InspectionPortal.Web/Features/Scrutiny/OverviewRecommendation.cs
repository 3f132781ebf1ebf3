using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>
/// A recommendation with the worst rating of the work that answers it, null where none does, and how much released evidence.
/// </summary>
public sealed record OverviewRecommendation(Guid Id, string Number, string Text, Rating? Worst, int Projects, int Evidence);
