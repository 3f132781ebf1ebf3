using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A chief officer decides in person again, from now on. What the delegate decided stays.</summary>
[Requires(Permission.DelegateApproval)]
[ConfirmIdentity]
public sealed class EndDelegation : ICommand<DelegationSaved>
{
    public Guid Id { get; set; }
}

internal sealed class EndDelegationHandler(
    PortalDbContext database, CurrentSession current, PartnershipTime time, DelegationNotices notices, SecurityLog log)
    : IRequestHandler<EndDelegation, Result<DelegationSaved>>
{
    public async Task<Result<DelegationSaved>> Handle(EndDelegation command, CancellationToken cancellationToken)
    {
        var me = current.RequiredPerson.UserId;
        var delegation = await database.ApprovalDelegations.FirstOrDefaultAsync(
            d => d.Id == command.Id && d.OfficerUserId == me, cancellationToken);
        if (delegation is null)
        {
            return new Missing();
        }

        if (delegation.EndedAt is null && delegation.Until >= time.Today)
        {
            delegation.End(time.Now, me);
            await notices.EndedAsync(delegation, cancellationToken);
            log.Add(SecurityEventKind.DelegationEnded, delegation.DelegateUserId);
            await database.SaveChangesAsync(cancellationToken);
        }

        return new DelegationSaved(delegation.Id);
    }
}
