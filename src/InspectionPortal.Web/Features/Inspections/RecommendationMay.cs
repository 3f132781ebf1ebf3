namespace InspectionPortal.Web.Features.Inspections;

public sealed record RecommendationMay(bool Edit, bool AddEvidence, bool IsMember);
