using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity.Invitations;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>The invitation with which a partnership begins.</summary>
internal static class FirstLeadInvitation
{
    public static Invitation New(int partnershipId, string name, string email)
    {
        var invitation = Invitation.To(name, email, InvitationKind.FirstLead);
        invitation.PartnershipId = partnershipId;
        invitation.Roles = [PartnershipRole.PartnershipLead];
        return invitation;
    }
}
