using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>What a member may do from now on.</summary>
[Requires(Permission.ManagePeople)]
public sealed class ChangeMemberRoles : ICommand<bool>, IRolesForm
{
    public Guid UserId { get; set; }
    public string? Version { get; set; }
    public List<PartnershipRole> Roles { get; set; } = [];
    public string? Capacity { get; set; }
}

internal sealed class ChangeMemberRolesValidator : RolesRules<ChangeMemberRoles>;

internal sealed class ChangeMemberRolesHandler(PortalDbContext database) : IRequestHandler<ChangeMemberRoles, Result<bool>>
{
    public async Task<Result<bool>> Handle(ChangeMemberRoles command, CancellationToken cancellationToken)
    {
        var rows = await database.Memberships.Where(m => m.UserId == command.UserId).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new Missing();
        }

        if (IsAlreadySo(command, rows))
        {
            return true;
        }

        if (RolesVersion.Of(rows.Select(r => (r.Role, r.Version))) != command.Version)
        {
            return new Conflict("Someone else changed this person’s roles while you had the form open. Nothing of yours was saved yet.");
        }

        if (rows.Exists(r => r.Role == PartnershipRole.PartnershipLead) && !command.Roles.Contains(PartnershipRole.PartnershipLead)
            && !await LastLead.IsAnotherKeptAsync(database, command.UserId, cancellationToken))
        {
            return Failure.Field(nameof(ChangeMemberRoles.Roles), LastLead.Message);
        }

        database.RemoveRange(rows.Where(r => !command.Roles.Contains(r.Role)));
        foreach (var role in command.Roles.Distinct())
        {
            var row = rows.Find(r => r.Role == role);
            if (row is null)
            {
                row = new Membership { UserId = command.UserId, Role = role };
                database.Add(row);
            }

            row.Capacity = role == PartnershipRole.ChiefOfficer ? command.Capacity : null;
        }

        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The same form a second time finds its work done.</summary>
    private static bool IsAlreadySo(ChangeMemberRoles command, List<Membership> rows) =>
        rows.Select(r => r.Role).ToHashSet().SetEquals(command.Roles)
        && rows.Where(r => r.Role == PartnershipRole.ChiefOfficer).All(r => r.Capacity == command.Capacity);
}

/// <summary>A partnership always has a partnership lead.</summary>
internal static class LastLead
{
    public const string Message = "A partnership needs a partnership lead, and this is the only one. Give somebody else the role first";

    /// <summary>
    /// True where someone else leads too. Their rows are written again unchanged, so that of two leads who remove each other
    /// at the same moment only one succeeds.
    /// </summary>
    public static async Task<bool> IsAnotherKeptAsync(PortalDbContext database, Guid userId, CancellationToken cancellationToken)
    {
        var others = await database.Memberships
            .Where(m => m.Role == PartnershipRole.PartnershipLead && m.UserId != userId).ToListAsync(cancellationToken);
        foreach (var other in others)
        {
            database.Entry(other).Property(m => m.Role).IsModified = true;
        }

        return others.Count > 0;
    }
}

/// <summary>Ends someone's membership and what they hold here. Their account, and what they did, stay.</summary>
[Requires(Permission.ManagePeople)]
public sealed class RemoveMember : ICommand<bool>
{
    public Guid UserId { get; set; }
}

internal sealed class RemoveMemberHandler(PortalDbContext database, PartnershipTime time) : IRequestHandler<RemoveMember, Result<bool>>
{
    public async Task<Result<bool>> Handle(RemoveMember command, CancellationToken cancellationToken)
    {
        var rows = await database.Memberships.Where(m => m.UserId == command.UserId).ToListAsync(cancellationToken);
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
            .Where(h => h.UserId == command.UserId && (h.Until == null || h.Until >= today)).ToListAsync(cancellationToken);
        foreach (var holding in held)
        {
            EndHoldingHandler.End(database, holding, today);
        }

        database.RemoveRange(rows);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}

/// <summary>A new link for a member who has not set a password yet.</summary>
[Requires(Permission.ManagePeople)]
public sealed class MakeMemberLink : ICommand<InvitationLink>
{
    public Guid UserId { get; set; }
}

internal sealed class MakeMemberLinkHandler(PortalDbContext database, Invitations invitations, CurrentSession current)
    : IRequestHandler<MakeMemberLink, Result<InvitationLink>>
{
    public async Task<Result<InvitationLink>> Handle(MakeMemberLink command, CancellationToken cancellationToken)
    {
        var user = await database.Memberships.Where(m => m.UserId == command.UserId).Select(m => m.User).FirstOrDefaultAsync(cancellationToken);
        return user is null ? new Missing() : await invitations.LinkAsync(user, current.RequiredTenant.Partnership.Id);
    }
}
