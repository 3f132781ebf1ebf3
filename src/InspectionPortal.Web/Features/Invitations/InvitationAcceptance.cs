using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Invitations;

/// <summary>Accepting, inside the invitation's own place: account, roles, responsibilities, log and e-mails in one transaction.</summary>
internal sealed class InvitationAcceptance(
    PortalDbContext database, InvitationCheck check, UserManager<PortalUser> users, ApproverNotices notices, IServiceProvider services, TimeProvider time)
{
    public async Task<Result<InvitationAccepted>> RunAsync(AcceptInvitation command, CancellationToken cancellationToken)
    {
        var invitation = await database.Invitations.FirstOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (invitation is null)
        {
            return new Conflict(AcceptInvitationHandler.NotNow);
        }

        var account = await InvitedAccount.FindAsync(database, invitation, cancellationToken);
        if (await check.FindAsync(invitation, command.Token, account.Confirmed, cancellationToken) is not null)
        {
            return new Conflict(AcceptInvitationHandler.NotNow);
        }

        var by = services.GetRequiredService<CurrentSession>().Person?.UserId;
        if (account.Confirmed is not null && account.Confirmed.Id != by)
        {
            return new Conflict(AcceptInvitationHandler.NotNow);
        }

        // Taken first: of two who accept, or of one who accepts and one who withdraws, only one gets past this.
        invitation.AcceptedAt = time.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        var user = account.Confirmed ?? await ConfirmAsync(command, invitation, account.Unconfirmed);
        if (user is null)
        {
            return new Conflict(AcceptInvitationHandler.NotNow);
        }

        invitation.AcceptedByUserId = user.Id;
        var slug = await GiveAsync(invitation, user, cancellationToken);
        services.GetRequiredService<SecurityLog>().Add(
            SecurityEventKind.InvitationAccepted, user.Id, $"{invitation.Kind} {invitation.Id}{(invitation.IsHandedOut ? ", by a link from the administrator" : "")}",
            invitation.PartnershipId);
        await database.SaveChangesAsync(cancellationToken);
        return new InvitationAccepted(account.Confirmed is null, slug);
    }

    /// <summary>
    /// The account, made now or made anew: whoever reads the mailbox chose its password. Null where somebody made one at the same moment.
    /// </summary>
    private async Task<PortalUser?> ConfirmAsync(AcceptInvitation command, Invitation invitation, PortalUser? stale)
    {
        var user = stale ?? new PortalUser { Id = Guid.CreateVersion7(), UserName = invitation.Email, Email = invitation.Email, DisplayName = command.Name! };
        services.GetRequiredService<ChangeOrigin>().UserId = user.Id;
        user.DisplayName = command.Name!;
        user.EmailConfirmed = true;
        var outcome = stale is null ? await users.CreateAsync(user, command.Password!) : await users.AddPasswordAsync(user, command.Password!);
        return outcome.Succeeded ? user : null;
    }

    private async Task<string?> GiveAsync(Invitation invitation, PortalUser user, CancellationToken cancellationToken)
    {
        switch (invitation.Kind)
        {
            case InvitationKind.Administrator:
                user.IsPlatformAdministrator = true;
                user.IsDisabled = false;
                return null;
            case InvitationKind.LinkOfficer:
                var body = invitation.BodyId!.Value;
                if (!await database.LinkOfficers.AnyAsync(o => o.BodyId == body && o.UserId == user.Id, cancellationToken))
                {
                    database.Add(new LinkOfficer { BodyId = body, UserId = user.Id });
                }

                return null;
            default:
                return await JoinAsync(invitation, user, cancellationToken);
        }
    }

    private async Task<string> JoinAsync(Invitation invitation, PortalUser user, CancellationToken cancellationToken)
    {
        var partnership = await database.Partnerships.FirstAsync(p => p.Id == invitation.PartnershipId, cancellationToken);
        var isOfficer = invitation.Roles.Contains(PartnershipRole.ChiefOfficer);
        var held = await database.Memberships.Where(m => m.UserId == user.Id).Select(m => m.Role).ToListAsync(cancellationToken);
        foreach (var role in invitation.Roles.Except(held))
        {
            database.Add(new Membership { UserId = user.Id, Role = role, Capacity = role == PartnershipRole.ChiefOfficer ? invitation.Capacity : null });
        }

        // A responsibility that was removed in the meantime is nobody's.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(partnership.TimeZone)).DateTime);
        var responsibilities = await database.LeadResponsibilities
            .Where(r => invitation.Responsibilities.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellationToken);
        database.AddRange(responsibilities.Select(id => new ResponsibilityHolder { UserId = user.Id, LeadResponsibilityId = id, From = today }));
        if (invitation.Kind == InvitationKind.FirstLead)
        {
            partnership.FirstLeadUserId = user.Id;
        }

        if (isOfficer)
        {
            await notices.AddedAsync(user, invitation.Capacity, cancellationToken);
            await DelegationEnding.EndHeldByAsync(database, user.Id, time.GetUtcNow(), cancellationToken);
        }

        return partnership.Slug;
    }
}
