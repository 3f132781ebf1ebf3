namespace InspectionPortal.Domain.Plans;

/// <summary>One thing that an item of evidence proves; a step and an update stand for their project.</summary>
public sealed record CoverageProof(Guid ItemId, Guid? RecommendationId, Guid? ProjectId, Guid? MeasureId);
