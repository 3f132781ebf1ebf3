namespace InspectionPortal.Domain.People;

/// <summary>What a person is in a partnership. Roles add up.</summary>
public enum PartnershipRole
{
    PartnershipLead,
    Contributor,
    ChiefOfficer,
    Reader,
}
