using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Invitations;

/// <summary>The person says no. Whoever invited sees it; nobody is asked again by the same link.</summary>
[Requires(Permission.Anyone)]
[AccountCommand]
public sealed class DeclineInvitation : ICommand<bool>
{
    public Guid Id { get; set; }

    [DataType(DataType.Password)]
    public string? Token { get; set; }
}

internal sealed class DeclineInvitationHandler(InvitationScopes scopes, PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<DeclineInvitation, Result<bool>>
{
    public async Task<Result<bool>> Handle(DeclineInvitation command, CancellationToken cancellationToken)
    {
        var invitation = await database.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (invitation is null || !InvitationToken.Fits(command.Token, invitation.TokenHash))
        {
            return new Conflict(AcceptInvitationHandler.NotNow);
        }

        return await scopes.RunAsync(
            invitation, current.Person, (services, token) => DeclineAsync(services, command, token), static result => result.IsDone, cancellationToken);
    }

    private async Task<Result<bool>> DeclineAsync(IServiceProvider services, DeclineInvitation command, CancellationToken cancellationToken)
    {
        var within = services.GetRequiredService<PortalDbContext>();
        var invitation = await within.Invitations.FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (invitation is not { AcceptedAt: null, WithdrawnAt: null } || !InvitationToken.Fits(command.Token, invitation.TokenHash))
        {
            return new Conflict(AcceptInvitationHandler.NotNow);
        }

        if (invitation.DeclinedAt is null)
        {
            invitation.DeclinedAt = time.GetUtcNow();
            services.GetRequiredService<SecurityLog>().Add(
                SecurityEventKind.InvitationRefused, invitation.UserId, $"{invitation.Kind} {invitation.Id}", invitation.PartnershipId);
            await within.SaveChangesAsync(cancellationToken);
        }

        return true;
    }
}
