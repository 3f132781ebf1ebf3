using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Plans;

/// <summary>Which inspections a plan answers.</summary>
public sealed class PlanInspection : TenantEntity
{
    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }
    public Guid InspectionId { get; set; }
    public Inspection? Inspection { get; set; }
}
