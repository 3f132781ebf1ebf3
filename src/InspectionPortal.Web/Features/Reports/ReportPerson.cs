using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Somebody that a report names or needs, with the roles they have now.</summary>
internal sealed record ReportPerson(Guid Id, string Name, bool CanSignIn, IReadOnlyList<PartnershipRole> Roles)
{
    /// <summary>The agency that they sign for; null for none.</summary>
    public Guid? SignsFor { get; init; }

    public bool IsChiefOfficer => Roles.Contains(PartnershipRole.ChiefOfficer);

    public bool IsLead => Roles.Contains(PartnershipRole.PartnershipLead);
}
