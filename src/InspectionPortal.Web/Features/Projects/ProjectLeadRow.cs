using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

public sealed class ProjectLeadRow
{
    public Guid? ResponsibilityId { get; set; }
    public LeadKind Kind { get; set; }
}
