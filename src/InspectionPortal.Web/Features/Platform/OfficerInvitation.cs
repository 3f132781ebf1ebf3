using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Invitations;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>The invitation of a link officer to a scrutiny body.</summary>
internal static class OfficerInvitation
{
    public static Invitation New(Guid bodyId, string name, string email)
    {
        var invitation = Invitation.To(name, email, InvitationKind.LinkOfficer);
        invitation.BodyId = bodyId;
        return invitation;
    }

    /// <summary>The one that this address has not answered yet, or null.</summary>
    public static Task<Invitation?> FindOpenAsync(PortalDbContext database, Guid bodyId, string email, CancellationToken cancellationToken)
    {
        var normalized = Invitation.Normalize(email);
        return database.Invitations.FirstOrDefaultAsync(
            i => i.BodyId == bodyId && i.NormalizedEmail == normalized && i.AcceptedAt == null && i.WithdrawnAt == null && i.DeclinedAt == null,
            cancellationToken);
    }
}
