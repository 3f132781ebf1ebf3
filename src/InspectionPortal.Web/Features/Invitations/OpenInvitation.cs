using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Invitations;

/// <summary>
/// Someone opens the link from their mailbox. It only reads: mail scanners open links too. Whoever has the secret may know what
/// there is to know about it, and nobody else learns anything.
/// </summary>
[Requires(Permission.Anyone)]
public sealed class OpenInvitation : IQuery<InvitationPage>
{
    public Guid Id { get; set; }

    [DataType(DataType.Password)]
    public string? Token { get; set; }
}

internal sealed class OpenInvitationHandler(PortalDbContext database, InvitationScopes scopes, CurrentSession current)
    : IRequestHandler<OpenInvitation, InvitationPage?>
{
    public async Task<InvitationPage?> Handle(OpenInvitation query, CancellationToken cancellationToken)
    {
        var invitation = await database.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
        if (invitation is null || !InvitationToken.Fits(query.Token, invitation.TokenHash))
        {
            return new InvitationPage { Obstacle = InvitationObstacle.Unknown };
        }

        var account = await InvitedAccount.FindAsync(database, invitation, cancellationToken);
        var person = current.Person;
        var obstacle = await scopes.RunAsync(
            invitation, person,
            (services, token) => services.GetRequiredService<InvitationCheck>().FindAsync(invitation, query.Token, account.Confirmed, token),
            static _ => false, cancellationToken);
        return new InvitationPage
        {
            Obstacle = obstacle,
            Invitation = invitation,
            From = await FromAsync(invitation, cancellationToken),
            Token = query.Token,
            Who = account.Confirmed is null ? InvitedPerson.NeedsPassword
                : person is null ? InvitedPerson.MustSignIn
                : person.UserId == account.Confirmed.Id ? InvitedPerson.SignedIn
                : InvitedPerson.SignedInAsSomebodyElse,
            SignedInAs = person?.Email,
        };
    }

    private async Task<InvitationOrigin> FromAsync(Invitation invitation, CancellationToken cancellationToken) =>
        invitation.PartnershipId is { } partnershipId
            ? await database.Partnerships.Where(p => p.Id == partnershipId).Select(p => new InvitationOrigin(p.Name, p.TimeZone)).FirstAsync(cancellationToken)
            : invitation.BodyId is { } bodyId
                ? await database.ScrutinyBodies.Where(b => b.Id == bodyId)
                    .Select(b => new InvitationOrigin(b.Name, InvitationOrigin.PlatformZone)).FirstAsync(cancellationToken)
                : new InvitationOrigin("Inspection Portal", InvitationOrigin.PlatformZone);
}
