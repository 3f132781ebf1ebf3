using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>One member: what they may do here, what they hold and held.</summary>
[Requires(Permission.ManagePeople)]
public sealed record ShowMember(Guid UserId) : IQuery<MemberPage>;

internal sealed class ShowMemberHandler(PortalDbContext database, CurrentSession current, PartnershipTime time) : IRequestHandler<ShowMember, MemberPage?>
{
    public async Task<MemberPage?> Handle(ShowMember query, CancellationToken cancellationToken)
    {
        var roles = await database.Memberships.AsNoTracking().Where(m => m.UserId == query.UserId)
            .Select(m => new { m.Role, m.Capacity, m.Version, m.User!.DisplayName, m.User.Email, m.User.PasswordHash, m.User.InvitedByTenantId })
            .ToListAsync(cancellationToken);
        if (roles.Count == 0)
        {
            return null;
        }

        var today = time.Today;
        var held = await database.ResponsibilityHolders.AsNoTracking().Where(h => h.UserId == query.UserId)
            .OrderBy(h => h.LeadResponsibility!.Name).ThenByDescending(h => h.From)
            .Select(h => new HoldingRow(h.Id, h.LeadResponsibilityId, h.LeadResponsibility!.Name, h.From, h.Until, h.From <= today && (h.Until == null || h.Until >= today)))
            .ToListAsync(cancellationToken);
        return new MemberPage(
            query.UserId, roles[0].DisplayName, roles[0].Email!, [.. roles.Select(r => r.Role).Order()],
            roles.Select(r => r.Capacity).FirstOrDefault(c => c is not null), RolesVersion.Of(roles.Select(r => (r.Role, r.Version))),
            roles[0].PasswordHash is not null, held, query.UserId == current.RequiredPerson.UserId);
    }
}

/// <summary>What a form about someone's roles was opened at: their roles here and the version of each.</summary>
internal static class RolesVersion
{
    public static string Of(IEnumerable<(PartnershipRole Role, uint Version)> roles) =>
        string.Join(' ', roles.OrderBy(r => r.Role).Select(r => $"{r.Role}.{r.Version}"));
}

public sealed record MemberPage(
    Guid UserId, string Name, string Email, IReadOnlyList<PartnershipRole> Roles, string? Capacity, string Version, bool HasPassword,
    IReadOnlyList<HoldingRow> Holdings, bool IsSelf);

public sealed record HoldingRow(Guid Id, Guid ResponsibilityId, string Responsibility, DateOnly From, DateOnly? Until, bool IsNow);
