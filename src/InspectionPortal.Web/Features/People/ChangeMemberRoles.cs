using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>What a member may do from now on.</summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class ChangeMemberRoles : ICommand<bool>, IRolesForm
{
    public Guid UserId { get; set; }
    public string? Version { get; set; }
    public List<PartnershipRole> Roles { get; set; } = [];
    public string? Capacity { get; set; }
}

internal sealed class ChangeMemberRolesValidator(CurrentSession current) : RolesRules<ChangeMemberRoles>(current);

internal sealed class ChangeMemberRolesHandler(
    PortalDbContext database, ChiefOfficerRequests requests, ApproverNotices notices, SecurityLog log, CurrentSession current,
    PartnershipTime time)
    : IRequestHandler<ChangeMemberRoles, Result<bool>>
{
    public async Task<Result<bool>> Handle(ChangeMemberRoles command, CancellationToken cancellationToken)
    {
        var rows = await database.Memberships.Include(m => m.User).Where(m => m.UserId == command.UserId).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new Missing();
        }

        var asked = await requests.FindAsync(command.UserId, cancellationToken);
        if (IsAlreadySo(command, rows, asked))
        {
            return true;
        }

        if (RolesVersion.Of(rows.Select(r => (r.Role, r.Version)), asked) != command.Version)
        {
            return new Conflict("Someone else changed this person’s roles while you had the form open. Your changes are not saved yet.");
        }

        if (rows.Exists(r => r.Role == PartnershipRole.PartnershipLead) && !command.Roles.Contains(PartnershipRole.PartnershipLead)
            && !await LastLead.IsAnotherKeptAsync(database, command.UserId, cancellationToken))
        {
            return Failure.Field(nameof(ChangeMemberRoles.Roles), LastLead.Message);
        }

        if (await AskAsync(command, rows, asked, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await ApplyAsync(command, rows, cancellationToken);
        log.Add(SecurityEventKind.RolesChanged, command.UserId, string.Join(", ", command.Roles.Distinct().Order()));
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>A new chief officer confirms it from their own mailbox; until then the role is only asked for.</summary>
    private async Task<Failure?> AskAsync(ChangeMemberRoles command, List<Membership> rows, Invitation? asked, CancellationToken cancellationToken)
    {
        var isOfficer = rows.Exists(r => r.Role == PartnershipRole.ChiefOfficer);
        if (isOfficer || !command.Roles.Contains(PartnershipRole.ChiefOfficer))
        {
            requests.Withdraw(asked);
            return null;
        }

        return asked is not null && asked.Capacity == command.Capacity
            ? null
            : await requests.AskAsync(rows[0].User!, command.Capacity!, asked, cancellationToken);
    }

    private async Task ApplyAsync(ChangeMemberRoles command, List<Membership> rows, CancellationToken cancellationToken)
    {
        var officer = rows.Find(r => r.Role == PartnershipRole.ChiefOfficer);
        var roles = command.Roles.Where(r => r != PartnershipRole.ChiefOfficer || officer is not null).ToHashSet();
        if (roles.Count == 0)
        {
            // Asked to be a chief officer and nothing else: they stay a member until they answer.
            roles.Add(PartnershipRole.Reader);
        }

        database.RemoveRange(rows.Where(r => !roles.Contains(r.Role)));
        database.AddRange(roles.Where(role => !rows.Exists(r => r.Role == role)).Select(role => new Membership { UserId = command.UserId, Role = role }));
        if (officer is not null && roles.Contains(PartnershipRole.ChiefOfficer))
        {
            officer.Capacity = command.Capacity;
        }
        else if (officer is not null)
        {
            await notices.RemovedAsync(officer.User!, current.RequiredPerson.DisplayName, cancellationToken);
            await DelegationEnding.EndGivenByAsync(database, command.UserId, time.Now, cancellationToken);
        }

        if (roles.Contains(PartnershipRole.PartnershipLead))
        {
            await DelegationEnding.EndHeldByAsync(database, command.UserId, time.Now, cancellationToken);
        }
    }

    /// <summary>The same form a second time finds its work done.</summary>
    private static bool IsAlreadySo(ChangeMemberRoles command, List<Membership> rows, Invitation? asked)
    {
        var roles = rows.Select(r => r.Role).ToHashSet();
        var wanted = command.Roles.ToHashSet();
        if (asked is not null && wanted.Contains(PartnershipRole.ChiefOfficer) && asked.Capacity == command.Capacity)
        {
            wanted.Remove(PartnershipRole.ChiefOfficer);
            return roles.SetEquals(wanted.Count == 0 ? [PartnershipRole.Reader] : wanted);
        }

        return asked is null && roles.SetEquals(wanted)
            && rows.Where(r => r.Role == PartnershipRole.ChiefOfficer).All(r => r.Capacity == command.Capacity);
    }
}

/// <summary>A partnership always has a partnership lead.</summary>
internal static class LastLead
{
    public const string Message = "This is the only partnership lead, and a partnership needs one. Give someone else the role first";

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
