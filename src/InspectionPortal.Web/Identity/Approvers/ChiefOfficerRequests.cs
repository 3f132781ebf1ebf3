using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Approvers;

/// <summary>
/// Asks members to be chief officers. The role is theirs when they accept from their own mailbox, so that a partnership lead
/// cannot make one of an account that its owner does not watch.
/// </summary>
public sealed class ChiefOfficerRequests(PortalDbContext database, InvitationSender sender, CurrentSession current, TimeProvider time)
{
    /// <summary>The invitation that the member has not answered yet, or null.</summary>
    public Task<Invitation?> FindAsync(Guid userId, CancellationToken cancellationToken) => database.Invitations.FirstOrDefaultAsync(
        i => i.UserId == userId && i.AcceptedAt == null && i.WithdrawnAt == null && i.DeclinedAt == null, cancellationToken);

    /// <summary>Takes it back, where there is one.</summary>
    public void Withdraw(Invitation? asked)
    {
        if (asked is not null)
        {
            asked.WithdrawnAt = time.GetUtcNow();
        }
    }

    /// <summary>Asks the member, in place of an earlier request with another post.</summary>
    /// <returns>Why it was not asked, or null.</returns>
    public async Task<Failure?> AskAsync(PortalUser member, string capacity, Invitation? earlier, CancellationToken cancellationToken)
    {
        var here = current.RequiredTenant.Partnership.Id;
        if (!member.EmailConfirmed)
        {
            return Failure.Field(string.Empty, "This person has not confirmed their account yet. Send them a new invitation first");
        }

        if (!await sender.MaySendAsync(here, cancellationToken))
        {
            return Failure.Field(string.Empty, InvitationSender.LimitMessage);
        }

        var invitation = earlier ?? Invitation.To(member.DisplayName, member.Email!, InvitationKind.ChiefOfficer);
        invitation.Capacity = capacity;
        if (earlier is null)
        {
            invitation.UserId = member.Id;
            invitation.PartnershipId = here;
            invitation.Roles = [PartnershipRole.ChiefOfficer];
            database.Add(invitation);
        }

        await sender.SendAsync(invitation, current.RequiredPerson.UserId, cancellationToken);
        return null;
    }
}
