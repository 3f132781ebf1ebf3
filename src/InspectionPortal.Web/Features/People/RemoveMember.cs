using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>Ends someone's membership and what they hold here. Their account, and what they did, stay.</summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class RemoveMember : ICommand<bool>
{
    public Guid UserId { get; set; }
}

internal sealed class RemoveMemberHandler(
    PortalDbContext database, PartnershipTime time, ChiefOfficerRequests requests, ApproverNotices notices, SecurityLog log, CurrentSession current)
    : IRequestHandler<RemoveMember, Result<bool>>
{
    public async Task<Result<bool>> Handle(RemoveMember command, CancellationToken cancellationToken)
    {
        var rows = await database.Memberships.Include(m => m.User).Where(m => m.UserId == command.UserId).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new Missing();
        }

        if (rows.Exists(r => r.Role == PartnershipRole.PartnershipLead)
            && !await LastLead.IsAnotherKeptAsync(database, command.UserId, cancellationToken))
        {
            return Failure.Field(string.Empty, LastLead.Message);
        }

        var today = time.Today;
        var held = await database.ResponsibilityHolders
            .Where(h => h.UserId == command.UserId).Where(ResponsibilityHolder.NotEndedOn(today)).ToListAsync(cancellationToken);
        foreach (var holding in held)
        {
            EndAssignmentHandler.End(database, holding, today);
        }

        requests.Withdraw(await requests.FindAsync(command.UserId, cancellationToken));
        if (rows.Exists(r => r.Role == PartnershipRole.ChiefOfficer))
        {
            await notices.RemovedAsync(rows[0].User!, current.RequiredPerson.DisplayName, cancellationToken);
        }

        await DelegationEnding.EndGivenByAsync(database, command.UserId, time.Now, cancellationToken);
        await DelegationEnding.EndHeldByAsync(database, command.UserId, time.Now, cancellationToken);
        database.RemoveRange(rows);
        log.Add(SecurityEventKind.MemberRemoved, command.UserId, string.Join(", ", rows.Select(r => r.Role).Order()));
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
