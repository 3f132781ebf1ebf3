using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>One member: what they may do here, what they hold and held.</summary>
[Requires(Permission.ManagePeople)]
public sealed record GetMember(Guid UserId) : IQuery<MemberPage>;

internal sealed class GetMemberHandler(PortalDbContext database, ChiefOfficerRequests requests, CurrentSession current, PartnershipTime time)
    : IRequestHandler<GetMember, MemberPage?>
{
    public async Task<MemberPage?> Handle(GetMember query, CancellationToken cancellationToken)
    {
        var roles = await database.Memberships.AsNoTracking().Where(m => m.UserId == query.UserId)
            .Select(m => new { m.Role, m.Capacity, m.Version, m.User!.DisplayName, m.User.Email, m.User.EmailConfirmed })
            .ToListAsync(cancellationToken);
        if (roles.Count == 0)
        {
            return null;
        }

        var today = time.Today;
        var held = await database.ResponsibilityHolders.AsNoTracking().Where(h => h.UserId == query.UserId)
            .OrderBy(h => h.LeadResponsibility!.Name).ThenByDescending(h => h.From)
            .Select(h => new HoldingRow(h.Id, h.LeadResponsibilityId, h.LeadResponsibility!.Name, h.From, h.Until, ResponsibilityHolder.IsHeldOn(h.From, h.Until, today)))
            .ToListAsync(cancellationToken);
        var asked = await requests.FindAsync(query.UserId, cancellationToken);
        return new MemberPage
        {
            UserId = query.UserId,
            Name = roles[0].DisplayName,
            Email = roles[0].Email!,
            Roles = [.. roles.Select(r => r.Role).Order()],
            Capacity = roles.Select(r => r.Capacity).FirstOrDefault(c => c is not null) ?? asked?.Capacity,
            Version = RolesVersion.Of(roles.Select(r => (r.Role, r.Version)), asked),
            IsConfirmed = roles[0].EmailConfirmed,
            AskedToBeChiefOfficer = asked is null ? null : PendingInvitation.Of(asked, time),
            Holdings = held,
            Delegations =
            [
                .. (await DelegationNote.ListAsync(database, today, cancellationToken)).Select(d => d.About(query.UserId)).OfType<string>(),
            ],
            IsSelf = query.UserId == current.RequiredPerson.UserId,
        };
    }
}

/// <summary>
/// What a form about someone's roles was opened at: their roles here, the version of each, and what they are asked to be.
/// </summary>
internal static class RolesVersion
{
    public static string Of(IEnumerable<(PartnershipRole Role, uint Version)> roles, Invitation? asked) =>
        string.Join(' ', roles.OrderBy(r => r.Role).Select(r => $"{r.Role}.{r.Version}").Append(asked is null ? "-" : $"{asked.Id}"));
}
