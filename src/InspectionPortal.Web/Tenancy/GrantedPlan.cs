namespace InspectionPortal.Web.Tenancy;

/// <summary>A plan that a grant in force opens to a scrutiny body.</summary>
/// <param name="TenantId">The partnership; a plan's id alone says nothing, since each partnership may choose its own.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="IsLive">True where the live plan is open, false for its approved reports only.</param>
public readonly record struct GrantedPlan(int TenantId, Guid PlanId, bool IsLive);
