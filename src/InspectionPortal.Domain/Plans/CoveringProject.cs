namespace InspectionPortal.Domain.Plans;

/// <summary>A project that answers a recommendation, and how the portal knows.</summary>
public sealed record CoveringProject(CoverageProject Project, CoverageThrough Through, bool IsInferred);
