using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;

namespace InspectionPortal.Domain.Projects;

/// <summary>One of the responsibilities that answer for a project, in the order and kind the plan gives.</summary>
public sealed class ProjectLead : TenantEntity
{
    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public Guid LeadResponsibilityId { get; set; }
    public LeadResponsibility? LeadResponsibility { get; set; }
    public LeadKind Kind { get; set; }
    public int Position { get; set; }
}
