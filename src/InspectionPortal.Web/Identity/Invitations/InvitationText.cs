using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>How an invitation is put into words, the same in the e-mail and on the page.</summary>
public static class InvitationText
{
    /// <summary>What the person is asked to be, such as "Contributor, Chief officer (signs as Chief Executive)".</summary>
    public static string What(Invitation invitation) => invitation.Kind switch
    {
        InvitationKind.LinkOfficer => "Link officer",
        InvitationKind.Administrator => "Platform administrator",
        _ => Roles(invitation.Roles, invitation.Capacity),
    };

    /// <summary>Roles, and the post in which a chief officer signs.</summary>
    public static string Roles(IEnumerable<PartnershipRole> roles, string? capacity) => string.Join(", ", roles.Order().Select(
        role => role == PartnershipRole.ChiefOfficer && capacity is not null ? $"{RoleLabels.Name(role)} (approves as {capacity})" : RoleLabels.Name(role)));
}
