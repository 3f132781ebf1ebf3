using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Approvers;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>
/// Whether an invitation can still be accepted. The page asks when it is opened, and accepting asks again in its own
/// transaction, since roles, partnerships and inviters change in between.
/// </summary>
public sealed class InvitationCheck(PortalDbContext database, TimeProvider time)
{
    /// <summary>What stands in the way; null where nothing does.</summary>
    /// <param name="invitation">Read in this scope.</param>
    /// <param name="token">The secret of the link that was opened.</param>
    /// <param name="account">The confirmed account that would accept, or null where one will be made.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<InvitationObstacle?> FindAsync(
        Invitation? invitation, string? token, PortalUser? account, CancellationToken cancellationToken)
    {
        if (invitation is null || !InvitationToken.Fits(token, invitation.TokenHash))
        {
            return InvitationObstacle.Unknown;
        }

        return OfState(invitation.StateAt(time.GetUtcNow()))
            ?? await OfPlaceAsync(invitation, cancellationToken)
            ?? await OfPersonAsync(invitation, account, cancellationToken);
    }

    private static InvitationObstacle? OfState(InvitationState state) => state switch
    {
        InvitationState.Accepted => InvitationObstacle.Accepted,
        InvitationState.Declined => InvitationObstacle.Declined,
        InvitationState.Withdrawn => InvitationObstacle.Withdrawn,
        InvitationState.Expired => InvitationObstacle.Expired,
        _ => null,
    };

    private async Task<InvitationObstacle?> OfPlaceAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        if (invitation.PartnershipId is { } id && !await database.Partnerships.AnyAsync(p => p.Id == id && p.State == PartnershipState.Active, cancellationToken))
        {
            return InvitationObstacle.PartnershipNotOpen;
        }

        if (invitation.InvitedByUserId is not { } by)
        {
            return null;
        }

        var mayInvite = invitation.Kind is InvitationKind.Member or InvitationKind.ChiefOfficer
            ? await database.Memberships.AnyAsync(
                m => m.UserId == by && m.Role == PartnershipRole.PartnershipLead && !m.User!.IsDisabled && m.User.EmailConfirmed, cancellationToken)
            : await database.Users.AnyAsync(u => u.Id == by && u.IsPlatformAdministrator && !u.IsDisabled && u.EmailConfirmed, cancellationToken);
        return mayInvite ? null : InvitationObstacle.InviterGone;
    }

    private async Task<InvitationObstacle?> OfPersonAsync(Invitation invitation, PortalUser? account, CancellationToken cancellationToken)
    {
        if (invitation.PartnershipId is null)
        {
            return null;
        }

        var held = account is null
            ? []
            : await database.Memberships.Where(m => m.UserId == account.Id).Select(m => m.Role).ToListAsync(cancellationToken);
        if (invitation.Kind != InvitationKind.ChiefOfficer && held.Count > 0)
        {
            return InvitationObstacle.AlreadyMember;
        }

        if (invitation.Kind == InvitationKind.ChiefOfficer && held.Count == 0)
        {
            return InvitationObstacle.NoLongerMember;
        }

        if (invitation.Kind == InvitationKind.FirstLead && await database.Memberships.AnyAsync(
            m => m.Role == PartnershipRole.PartnershipLead && m.User!.EmailConfirmed && !m.User.IsDisabled, cancellationToken))
        {
            return InvitationObstacle.HasLead;
        }

        if (ChiefOfficerRule.IsLeadToo(held.Concat(invitation.Roles))
            && !await database.Partnerships.AnyAsync(p => p.Id == invitation.PartnershipId && p.LeadMayApprove, cancellationToken))
        {
            return InvitationObstacle.LeadAndChiefOfficer;
        }

        return account is not null && await MayReadByGrantAsync(account.Id, cancellationToken) ? InvitationObstacle.LinkOfficerHere : null;
    }

    /// <summary>Nobody is at once a member and a link officer to the partnership.</summary>
    private Task<bool> MayReadByGrantAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.ScrutinyGrants.AnyAsync(
            g => g.RevokedAt == null && (g.Until == null || g.Until > now)
                && (g.OfficerUserId == null || g.OfficerUserId == userId)
                && database.LinkOfficers.Any(o => o.UserId == userId && o.BodyId == g.BodyId),
            cancellationToken);
    }
}
