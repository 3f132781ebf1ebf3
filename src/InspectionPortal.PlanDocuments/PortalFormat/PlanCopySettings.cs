using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>How a partnership words, lays out and rates its plan.</summary>
/// <param name="Vocabulary">Its own words.</param>
/// <param name="Layout">Its columns.</param>
/// <param name="Ratings">Its key to ratings.</param>
public sealed record PlanCopySettings(Vocabulary Vocabulary, PlanLayout Layout, IReadOnlyList<Rating> Ratings);
