namespace InspectionPortal.Domain.Plans;

/// <summary>A link to exactly one of aim, driver, project and measure.</summary>
public sealed record CoverageLink(Guid RecommendationId, Guid? AimId, Guid? DriverId, Guid? ProjectId, Guid? MeasureId, bool IsInferred);
