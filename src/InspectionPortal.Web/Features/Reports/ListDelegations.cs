using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Who decides on reports for this chief officer, and when.</summary>
[Requires(Permission.DelegateApproval)]
public sealed record ListDelegations : IQuery<DelegationsPage>;

internal sealed class ListDelegationsHandler(PortalDbContext database, CurrentSession current, PartnershipTime time)
    : IRequestHandler<ListDelegations, DelegationsPage?>
{
    public async Task<DelegationsPage?> Handle(ListDelegations query, CancellationToken cancellationToken)
    {
        var me = current.RequiredPerson.UserId;
        var valid = database.ApprovalDelegations.WithBothRoles(database.Memberships);
        var rows = await database.ApprovalDelegations.AsNoTracking().Where(d => d.OfficerUserId == me)
            .OrderByDescending(d => d.From).ThenByDescending(d => d.Id)
            .Select(d => new { Delegation = d, Name = d.Delegate!.DisplayName, IsValid = valid.Any(v => v.Id == d.Id) })
            .ToListAsync(cancellationToken);
        return new DelegationsPage
        {
            From = DateFormat.Full(time.Today),
            People = await PeopleAsync(cancellationToken),
            Rows =
            [
                .. rows.Select(r => new DelegationRow(r.Delegation.Id, r.Name, r.Delegation.From, r.Delegation.Until)
                {
                    State = StateOf(r.Delegation, r.IsValid),
                    CanEnd = r.Delegation.EndedAt is null && r.Delegation.Until >= time.Today,
                }),
            ],
        };
    }

    /// <summary>Members who can sign in, and neither submit nor decide in their own name.</summary>
    private async Task<List<SelectListItem>> PeopleAsync(CancellationToken cancellationToken)
    {
        var people = await database.Memberships.AsNoTracking().Where(m => !m.User!.IsDisabled && m.User.EmailConfirmed)
            .Where(m => !database.Memberships.Any(r => r.UserId == m.UserId
                && (r.Role == PartnershipRole.PartnershipLead || r.Role == PartnershipRole.ChiefOfficer)))
            .Select(m => new { m.UserId, m.User!.DisplayName }).Distinct().ToListAsync(cancellationToken);
        return [.. people.OrderBy(p => p.DisplayName, StringComparer.CurrentCulture)
            .Select(p => new SelectListItem(p.DisplayName, p.UserId.ToString()))];
    }

    private string StateOf(ApprovalDelegation delegation, bool isValid) => delegation switch
    {
        { EndedAt: { } at } => $"Ended {time.Words(at)}",
        _ when delegation.Until < time.Today => "Over",
        _ when !isValid => "Not in force: they have another role now, or their account is disabled",
        _ when delegation.From > time.Today => $"Starts on {DateFormat.Full(delegation.From)}",
        _ => "Decides for you now",
    };
}
