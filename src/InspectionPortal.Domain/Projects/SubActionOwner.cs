using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;

namespace InspectionPortal.Domain.Projects;

/// <summary>Who answers for a sub-action.</summary>
public sealed class SubActionOwner : TenantEntity
{
    public Guid SubActionId { get; set; }
    public SubAction? SubAction { get; set; }
    public Guid LeadResponsibilityId { get; set; }
    public LeadResponsibility? LeadResponsibility { get; set; }
}
