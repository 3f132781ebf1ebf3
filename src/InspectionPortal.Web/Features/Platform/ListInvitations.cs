using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Mail;
using MediatR;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>
/// Invitations that nobody accepted yet: the platform's own, and those of partnerships where the administrator has to hand out
/// the links because no e-mail can be sent.
/// </summary>
[Requires(Permission.AdministerPlatform)]
public sealed record ListInvitations : IQuery<InvitationsPage>;

internal sealed class ListInvitationsHandler(PlatformInvitations invitations, MailAvailability mail) : IRequestHandler<ListInvitations, InvitationsPage?>
{
    public async Task<InvitationsPage?> Handle(ListInvitations query, CancellationToken cancellationToken)
    {
        var all = !mail.CanSend;
        return new InvitationsPage(
            await invitations.ListAsync(
                i => all || i.Kind == Identity.Invitations.InvitationKind.FirstLead || i.Kind == Identity.Invitations.InvitationKind.LinkOfficer,
                cancellationToken),
            mail.CanSend);
    }
}
