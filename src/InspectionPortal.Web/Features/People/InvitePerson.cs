using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>Makes someone a member, with an account where they have none. The answer is the same whether they had one.</summary>
[Requires(Permission.ManagePeople)]
public sealed class InvitePerson : ICommand<PersonInvited>, IRolesForm
{
    /// <summary>Made with the form, so that the same form sent twice invites once.</summary>
    public Guid Id { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public List<PartnershipRole> Roles { get; set; } = [];
    public string? Capacity { get; set; }
    public List<Guid> Responsibilities { get; set; } = [];
}

public sealed record PersonInvited(Guid UserId, InvitationLink Link);

internal sealed class InvitePersonValidator : RolesRules<InvitePerson>
{
    public InvitePersonValidator()
    {
        RuleFor(c => c.Name).IsAPersonsName();
        RuleFor(c => c.Email).IsAnEmailAddress();
    }
}

internal sealed class InvitePersonHandler(PortalDbContext database, Invitations invitations, CurrentSession current, PartnershipTime time)
    : IRequestHandler<InvitePerson, Result<PersonInvited>>
{
    public async Task<Result<PersonInvited>> Handle(InvitePerson command, CancellationToken cancellationToken)
    {
        var here = current.RequiredTenant.Partnership.Id;
        var known = await database.LeadResponsibilities.CountAsync(r => command.Responsibilities.Contains(r.Id), cancellationToken);
        if (known != command.Responsibilities.Distinct().Count())
        {
            return Failure.Field(nameof(InvitePerson.Responsibilities), "Choose responsibilities from the list");
        }

        var user = await invitations.FindOrAddAsync(command.Name!, command.Email!, here);
        var roles = await database.Memberships.Where(m => m.UserId == user.Id).ToListAsync(cancellationToken);
        if (roles.Any(m => m.Id == command.Id))
        {
            return new PersonInvited(user.Id, await invitations.LinkAsync(user, here));
        }

        if (roles.Count > 0)
        {
            return Failure.Field(nameof(InvitePerson.Email), "This person is a member already. Open them under People to change what they may do");
        }

        if (await MayReadByGrantAsync(user.Id, cancellationToken))
        {
            return Failure.Field(nameof(InvitePerson.Email), "This person cannot be a member here");
        }

        await AddAsync(command, user.Id, cancellationToken);
        return new PersonInvited(user.Id, await invitations.LinkAsync(user, here));
    }

    private async Task AddAsync(InvitePerson command, Guid userId, CancellationToken cancellationToken)
    {
        var isFree = command.Id != Guid.Empty && !await database.Memberships.AnyAsync(m => m.Id == command.Id, cancellationToken);
        foreach (var (role, index) in command.Roles.Distinct().Order().Select((role, index) => (role, index)))
        {
            var membership = new Membership { UserId = userId, Role = role, Capacity = role == PartnershipRole.ChiefOfficer ? command.Capacity : null };
            membership.Id = index == 0 && isFree ? command.Id : membership.Id;
            database.Add(membership);
        }

        foreach (var responsibility in command.Responsibilities.Distinct())
        {
            database.Add(new ResponsibilityHolder { UserId = userId, LeadResponsibilityId = responsibility, From = time.Today });
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Nobody is at once a member and a link officer to the partnership.</summary>
    private Task<bool> MayReadByGrantAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = time.Now;
        return database.ScrutinyGrants.AnyAsync(
            g => g.RevokedAt == null && (g.Until == null || g.Until > now)
                && (g.OfficerUserId == null || g.OfficerUserId == userId)
                && database.ScrutinyOfficers.Any(o => o.UserId == userId && o.BodyId == g.BodyId),
            cancellationToken);
    }
}

/// <summary>What an empty or refused invitation needs to be shown: what there is to hold.</summary>
[Requires(Permission.ManagePeople)]
public sealed record ListResponsibilityChoices : IQuery<ResponsibilityChoices>;

internal sealed class ListResponsibilityChoicesHandler(PortalDbContext database)
    : IRequestHandler<ListResponsibilityChoices, ResponsibilityChoices?>
{
    public async Task<ResponsibilityChoices?> Handle(ListResponsibilityChoices query, CancellationToken cancellationToken) => new(
        await database.LeadResponsibilities.AsNoTracking().OrderBy(r => r.Name)
            .Select(r => new ResponsibilityChoice(r.Id, r.Name, r.Agency!.Name)).ToListAsync(cancellationToken));
}

public sealed record ResponsibilityChoices(IReadOnlyList<ResponsibilityChoice> All);

public sealed record ResponsibilityChoice(Guid Id, string Name, string? Agency);
