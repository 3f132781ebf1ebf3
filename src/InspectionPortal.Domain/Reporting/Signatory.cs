using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;

namespace InspectionPortal.Domain.Reporting;

/// <summary>For which agency a chief officer signs; one who signs for none has no row.</summary>
public sealed class Signatory : TenantEntity
{
    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }
    public Guid AgencyId { get; set; }
    public Agency? Agency { get; set; }
}
