namespace InspectionPortal.Domain.Plans;

/// <summary>A measure of an aim, a driver or a project.</summary>
public sealed record CoverageMeasure(Guid Id, Guid? AimId, Guid? DriverId, Guid? ProjectId);
