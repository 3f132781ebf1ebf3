namespace InspectionPortal.Domain.Plans;

public sealed record CoverageDriver(Guid Id, Guid AimId, Guid? ParentId);
