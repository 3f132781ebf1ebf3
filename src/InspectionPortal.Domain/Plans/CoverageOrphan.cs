namespace InspectionPortal.Domain.Plans;

/// <summary>Work that answers no recommendation, and the own priorities that it answers.</summary>
public sealed record CoverageOrphan(CoverageProject Project, IReadOnlyList<CoverageRecommendation> OwnPriorities);
