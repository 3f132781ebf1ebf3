using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>Who can do what here?</summary>
[Requires(Permission.ManagePeople)]
public sealed record ListMembers : IQuery<MembersPage>;

internal sealed class ListMembersHandler(PortalDbContext database, PartnershipTime time, MailAvailability mail) : IRequestHandler<ListMembers, MembersPage?>
{
    public async Task<MembersPage?> Handle(ListMembers query, CancellationToken cancellationToken)
    {
        var roles = await database.Memberships.AsNoTracking()
            .Select(m => new { m.UserId, m.Role, m.Capacity, m.User!.DisplayName, m.User.Email, m.User.EmailConfirmed })
            .ToListAsync(cancellationToken);
        var held = await database.ResponsibilityHolders.AsNoTracking()
            .Where(ResponsibilityHolder.HoldsOn(time.Today))
            .Select(h => new
            {
                h.UserId,
                h.LeadResponsibilityId,
                h.LeadResponsibility!.Name,
                Agency = h.LeadResponsibility.Agency!.Code,
                Projects = h.LeadResponsibility.Projects.Count,
            })
            .ToListAsync(cancellationToken);
        var agencies = await database.Agencies.CountAsync(cancellationToken);
        var responsibilities = await database.LeadResponsibilities.CountAsync(cancellationToken);
        var delegations = await DelegationNote.ListAsync(database, time.Today, cancellationToken);
        var members = roles.GroupBy(r => r.UserId)
            .Select(g => new MemberRow(
                g.Key, g.First().DisplayName, g.First().Email!, [.. g.Select(r => r.Role).Order()],
                g.Select(r => r.Capacity).FirstOrDefault(c => c is not null), g.First().EmailConfirmed,
                [.. held.Where(h => h.UserId == g.Key).OrderBy(h => h.Name, StringComparer.CurrentCulture)
                    .Select(h => new HeldRow(h.LeadResponsibilityId, h.Name, h.Agency, h.Projects))])
            {
                Delegations = [.. delegations.Select(d => d.About(g.Key)).OfType<string>()],
            });
        return new MembersPage(
            [.. members.GroupBy(m => MainRole(m.Roles)).OrderBy(g => Rank(g.Key))
                .Select(g => new MemberGroup(g.Key, [.. g
                    .OrderBy(m => m.Holds.Select(h => h.Agency).FirstOrDefault(a => a is not null) ?? "~", StringComparer.CurrentCulture)
                    .ThenBy(m => m.Name, StringComparer.CurrentCulture)]))],
            agencies, responsibilities)
        {
            Invitations = await PendingAsync(cancellationToken),
            CanSendMail = mail.CanSend,
        };
    }

    private async Task<IReadOnlyList<PendingInvitation>> PendingAsync(CancellationToken cancellationToken)
    {
        var rows = await database.Invitations.AsNoTracking()
            .Where(i => i.PartnershipId == database.CurrentTenantId && i.AcceptedAt == null && i.WithdrawnAt == null)
            .OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(i => PendingInvitation.Of(i, time))];
    }

    private static PartnershipRole MainRole(IReadOnlyList<PartnershipRole> roles) => roles.MinBy(Rank);

    private static int Rank(PartnershipRole role) => role switch
    {
        PartnershipRole.PartnershipLead => 0,
        PartnershipRole.ChiefOfficer => 1,
        PartnershipRole.Contributor => 2,
        _ => 3,
    };
}
