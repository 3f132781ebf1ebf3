namespace InspectionPortal.Web.Features.Inspections;

/// <summary>What the reader may do with a recommendation.</summary>
public sealed record RecommendationMay(bool Edit, bool AddEvidence, bool IsMember, bool Answer);
