using InspectionPortal.Domain.People;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>
/// Whether a partnership has somebody who leads it. The platform invites a lead only where there is none: a partnership that has
/// one decides itself who comes in.
/// </summary>
public sealed class PartnershipLeads(PartnershipScopes partnerships)
{
    /// <summary>True where a confirmed partnership lead can sign in.</summary>
    public Task<bool> AnyAsync(int partnershipId, CancellationToken cancellationToken) => partnerships.TransactAsync(
        partnershipId, null, nameof(PartnershipLeads),
        d => d.Memberships.AnyAsync(m => m.Role == PartnershipRole.PartnershipLead && m.User!.EmailConfirmed && !m.User.IsDisabled, cancellationToken),
        cancellationToken);
}
