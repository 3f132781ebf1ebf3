using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>Invites someone to be a link officer of a scrutiny body. Inviting someone who is one, or is invited, changes nothing.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class AddLinkOfficer : ICommand<bool>
{
    public Guid BodyId { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
}

internal sealed class AddLinkOfficerValidator : AbstractValidator<AddLinkOfficer>
{
    public AddLinkOfficerValidator()
    {
        RuleFor(c => c.Name).IsAPersonsName();
        RuleFor(c => c.Email).IsAnEmailAddress();
    }
}

internal sealed class AddLinkOfficerHandler(PortalDbContext database, InvitationSender sender, CurrentSession current)
    : IRequestHandler<AddLinkOfficer, Result<bool>>, IRequestHandler<InviteOwnOfficer, Result<bool>>
{
    public Task<Result<bool>> Handle(AddLinkOfficer command, CancellationToken cancellationToken) =>
        InviteAsync(command.BodyId, command.Name!, command.Email!, cancellationToken);

    public async Task<Result<bool>> Handle(InviteOwnOfficer command, CancellationToken cancellationToken) =>
        current.RequiredPerson.Administers(command.BodyId)
            ? await InviteAsync(command.BodyId, command.Name!, command.Email!, cancellationToken)
            : new Missing();

    private async Task<Result<bool>> InviteAsync(Guid body, string name, string address, CancellationToken cancellationToken)
    {
        if (!await database.ScrutinyBodies.AnyAsync(b => b.Id == body, cancellationToken))
        {
            return new Missing();
        }

        var email = Invitation.Normalize(address);
        var isOne = await database.LinkOfficers.AnyAsync(
            o => o.BodyId == body && o.User!.NormalizedEmail == email && o.User.EmailConfirmed, cancellationToken);
        if (!isOne && await OfficerInvitation.FindOpenAsync(database, body, address, cancellationToken) is null)
        {
            var invitation = OfficerInvitation.New(body, name, address);
            database.Add(invitation);
            await sender.SendAsync(invitation, current.RequiredPerson.UserId, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }

        return true;
    }
}
