using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Identity;

/// <summary>What people read for a role.</summary>
public static class RoleLabels
{
    public static string Name(PartnershipRole role) => role switch
    {
        PartnershipRole.PartnershipLead => "Partnership lead",
        PartnershipRole.ChiefOfficer => "Chief officer",
        PartnershipRole.Contributor => "Contributor",
        _ => "Reader",
    };

    /// <summary>What someone with the role does here, in one sentence.</summary>
    public static string Meaning(PartnershipRole role) => role switch
    {
        PartnershipRole.PartnershipLead => "Edits the plan, accepts updates, submits the quarter, and manages people and access.",
        PartnershipRole.ChiefOfficer => "Reads everything, and approves or returns the quarter.",
        PartnershipRole.Contributor => "Writes updates for the responsibilities they are assigned to, and adds evidence.",
        _ => "Reads the plan, the reports and the evidence.",
    };
}
