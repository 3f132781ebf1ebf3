using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.People;

/// <summary>An invitation that was not accepted yet, as the page shows it.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Name">What the person who invited calls them; never the name of an account.</param>
/// <param name="Email">The address it was sent to.</param>
/// <param name="What">The roles.</param>
/// <param name="State">Waiting, expired or declined.</param>
/// <param name="StateText">How far it is, with its date.</param>
public sealed record PendingInvitation(Guid Id, string Name, string Email, string What, InvitationState State, string StateText)
{
    /// <summary>True where a lead can send it again.</summary>
    public bool CanBeSent { get; private init; }

    internal static PendingInvitation Of(Invitation invitation, PartnershipTime time)
    {
        var state = invitation.StateAt(time.Now);
        return new PendingInvitation(invitation.Id, invitation.Name, invitation.Email, InvitationText.What(invitation), state, state switch
        {
            InvitationState.Declined => $"Declined on {DateFormat.Full(DateOnly.FromDateTime(time.Local(invitation.DeclinedAt!.Value).DateTime))}",
            InvitationState.Expired => $"Expired on {DateFormat.Full(DateOnly.FromDateTime(time.Local(invitation.ExpiresAt).DateTime))}",
            _ => $"Not yet accepted: expires on {DateFormat.Full(DateOnly.FromDateTime(time.Local(invitation.ExpiresAt).DateTime))}",
        })
        {
            CanBeSent = state != InvitationState.Declined && invitation.Kind != InvitationKind.FirstLead,
        };
    }
}
