using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>
/// Invites a first partnership lead where the partnership has none: the address had a mistake, or the account was taken over.
/// Earlier invitations end with it.
/// </summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class InviteFirstLead : ICommand<bool>
{
    public int Id { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
}

internal sealed class InviteFirstLeadValidator : AbstractValidator<InviteFirstLead>
{
    public InviteFirstLeadValidator()
    {
        RuleFor(c => c.Name).IsAPersonsName();
        RuleFor(c => c.Email).IsAnEmailAddress();
    }
}

internal sealed class InviteFirstLeadHandler(
    PortalDbContext database, InvitationSender sender, PartnershipLeads leads, CurrentSession current, TimeProvider time)
    : IRequestHandler<InviteFirstLead, Result<bool>>
{
    public async Task<Result<bool>> Handle(InviteFirstLead command, CancellationToken cancellationToken)
    {
        if (await database.Partnerships.FirstOrDefaultAsync(p => p.Id == command.Id, cancellationToken) is not { } partnership)
        {
            return new Missing();
        }

        if (await leads.AnyAsync(partnership.Id, cancellationToken))
        {
            return Failure.Field(string.Empty, "The partnership already has a partnership lead, who can invite other people.");
        }

        var email = Invitation.Normalize(command.Email!);
        var earlier = await database.Invitations
            .Where(i => i.PartnershipId == partnership.Id && i.AcceptedAt == null && i.WithdrawnAt == null
                && (i.Kind == InvitationKind.FirstLead || i.NormalizedEmail == email))
            .ToListAsync(cancellationToken);
        if (earlier.Exists(i => i.NormalizedEmail == email && i.Kind == InvitationKind.FirstLead && i.StateAt(time.GetUtcNow()) == InvitationState.Waiting))
        {
            return true;
        }

        foreach (var invitation in earlier)
        {
            invitation.WithdrawnAt = time.GetUtcNow();
        }

        await database.SaveChangesAsync(cancellationToken);
        var next = FirstLeadInvitation.New(partnership.Id, command.Name!, command.Email!);
        database.Add(next);
        await sender.SendAsync(next, current.RequiredPerson.UserId, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
