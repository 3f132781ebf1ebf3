using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Invitations;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Invitations;

/// <summary>The account that an invitation is for, where there is one.</summary>
/// <param name="Confirmed">An account whose owner proved that the mailbox is theirs: they accept signed in with it.</param>
/// <param name="Unconfirmed">An account that nobody confirmed. Accepting replaces it: nothing of it survives.</param>
internal sealed record InvitedAccount(PortalUser? Confirmed, PortalUser? Unconfirmed)
{
    public static async Task<InvitedAccount> FindAsync(PortalDbContext database, Invitation invitation, CancellationToken cancellationToken)
    {
        var user = await database.Users.FirstOrDefaultAsync(
            u => invitation.UserId == null ? u.NormalizedEmail == invitation.NormalizedEmail : u.Id == invitation.UserId, cancellationToken);
        return user is { EmailConfirmed: false } ? new InvitedAccount(null, user) : new InvitedAccount(user, null);
    }
}
