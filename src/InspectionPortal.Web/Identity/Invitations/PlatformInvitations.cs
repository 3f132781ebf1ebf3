using System.Linq.Expressions;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>Lists invitations for the platform administrator's pages.</summary>
public sealed class PlatformInvitations(PortalDbContext database, MailAvailability mail, TimeProvider time)
{
    /// <summary>Those of this kind that were neither accepted nor withdrawn.</summary>
    public async Task<IReadOnlyList<PlatformInvitation>> ListAsync(Expression<Func<Invitation, bool>> which, CancellationToken cancellationToken)
    {
        var rows = await database.Invitations.AsNoTracking().Where(which).Where(i => i.AcceptedAt == null && i.WithdrawnAt == null)
            .OrderBy(i => i.Name).ThenBy(i => i.Id)
            .Select(i => new
            {
                Invitation = i,
                From = database.Partnerships.Where(p => p.Id == i.PartnershipId).Select(p => p.Name).FirstOrDefault()
                    ?? database.ScrutinyBodies.Where(b => b.Id == i.BodyId).Select(b => b.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => Show(row.Invitation, row.From))];
    }

    private PlatformInvitation Show(Invitation invitation, string? from)
    {
        var state = invitation.StateAt(time.GetUtcNow());
        return new PlatformInvitation
        {
            Id = invitation.Id,
            Name = invitation.Name,
            Email = invitation.Email,
            From = from ?? "Inspection Portal",
            What = InvitationText.What(invitation),
            State = state,
            StateText = state switch
            {
                InvitationState.Declined => $"Declined on {Day(invitation.DeclinedAt!.Value)}",
                InvitationState.Expired => $"Expired on {Day(invitation.ExpiresAt)}",
                _ => $"Not yet accepted: expires on {Day(invitation.ExpiresAt)}",
            },
            IsOfPlatform = invitation.Kind is InvitationKind.FirstLead or InvitationKind.LinkOfficer,
            CanBeHandedOut = !mail.CanSend && state != InvitationState.Declined,
        };
    }

    private static string Day(DateTimeOffset moment) => DateFormat.Full(moment, InvitationOrigin.PlatformZone);
}
