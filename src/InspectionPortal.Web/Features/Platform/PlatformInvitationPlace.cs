using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Invitations;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>The invitations that the platform sends, and the page each belongs to.</summary>
internal static class PlatformInvitationPlace
{
    /// <summary>The invitation, or null where the platform did not send it: those of a partnership are its own.</summary>
    public static Task<Invitation?> FindAsync(PortalDbContext database, Guid id, CancellationToken cancellationToken) =>
        database.Invitations.FirstOrDefaultAsync(
            i => i.Id == id && (i.Kind == InvitationKind.FirstLead || i.Kind == InvitationKind.LinkOfficer), cancellationToken);

    public static string Of(Invitation invitation) => invitation switch
    {
        { PartnershipId: { } partnership } => $"/admin/partnerships/{partnership}",
        { BodyId: { } body } => $"/admin/bodies/{body}",
        _ => "/admin/invitations",
    };
}
