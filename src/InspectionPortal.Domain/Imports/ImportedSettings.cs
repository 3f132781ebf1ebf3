using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Domain.Imports;

/// <summary>Words, columns and ratings that a partnership had before an import brought others.</summary>
public sealed record ImportedSettings(Vocabulary Vocabulary, PlanLayout Layout, IReadOnlyList<Rating> Ratings);
