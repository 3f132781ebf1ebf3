namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>A driver of a live plan.</summary>
internal sealed record LiveDriver(int TenantId, Guid PlanId, Guid Id, Guid AimId, Guid? ParentId);
