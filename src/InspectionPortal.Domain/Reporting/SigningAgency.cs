using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// An agency whose chief officer must have approved a report before it is published. It is sealed with the report when it is submitted.
/// </summary>
public sealed class SigningAgency : TenantEntity
{
    public Guid AgencyId { get; set; }
    public Agency? Agency { get; set; }
}
