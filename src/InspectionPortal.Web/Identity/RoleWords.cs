namespace InspectionPortal.Web.Identity;

/// <summary>What people read for a role.</summary>
public static class RoleWords
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
        PartnershipRole.PartnershipLead => "Keeps the plan, accepts updates, submits the quarter, looks after people and access.",
        PartnershipRole.ChiefOfficer => "Reads everything, and approves or returns the quarter.",
        PartnershipRole.Contributor => "Writes the updates of the responsibilities they hold, and adds evidence to those items.",
        _ => "Reads the plan, the reports and the evidence.",
    };
}
