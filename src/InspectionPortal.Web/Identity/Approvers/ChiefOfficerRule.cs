using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Identity.Approvers;

/// <summary>
/// Who may be a chief officer: an approval is a second pair of eyes, so nobody approves what they lead unless the partnership says so.
/// </summary>
public static class ChiefOfficerRule
{
    /// <summary>What someone reads who gives both roles to one person.</summary>
    public const string Message =
        "A partnership lead cannot also be a chief officer. If your partnership needs this, ask the platform administrator to allow it";

    /// <summary>True where the roles hold both.</summary>
    public static bool IsLeadToo(IEnumerable<PartnershipRole> roles)
    {
        var all = roles.ToHashSet();
        return all.Contains(PartnershipRole.PartnershipLead) && all.Contains(PartnershipRole.ChiefOfficer);
    }
}
