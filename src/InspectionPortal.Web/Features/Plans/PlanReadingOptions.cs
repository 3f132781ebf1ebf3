using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>How the partnership shows its plan, to whom and on which day.</summary>
/// <param name="IsWhole">True where long cells are shown in full.</param>
/// <param name="Today">The plan's today.</param>
/// <param name="Reader">The name of the person who reads, for what they print.</param>
public sealed record PlanReadingOptions(Vocabulary Vocabulary, PlanLayout Layout, IReadOnlyList<Rating> Key, bool IsWhole, DateOnly Today, string Partnership, string Reader);
