using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>Makes a person a link officer of a scrutiny body. Adding someone who is one already changes nothing.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class AddScrutinyOfficer : ICommand<InvitationLink>
{
    public Guid BodyId { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
}

internal sealed class AddScrutinyOfficerValidator : AbstractValidator<AddScrutinyOfficer>
{
    public AddScrutinyOfficerValidator()
    {
        RuleFor(c => c.Name).IsAPersonsName();
        RuleFor(c => c.Email).IsAnEmailAddress();
    }
}

internal sealed class AddScrutinyOfficerHandler(PortalDbContext database, Invitations invitations)
    : IRequestHandler<AddScrutinyOfficer, Result<InvitationLink>>
{
    public async Task<Result<InvitationLink>> Handle(AddScrutinyOfficer command, CancellationToken cancellationToken)
    {
        if (!await database.ScrutinyBodies.AnyAsync(b => b.Id == command.BodyId, cancellationToken))
        {
            return new Missing();
        }

        var user = await invitations.FindOrAddAsync(command.Name!, command.Email!, invitedBy: null);
        if (!await database.ScrutinyOfficers.AnyAsync(o => o.BodyId == command.BodyId && o.UserId == user.Id, cancellationToken))
        {
            database.Add(new ScrutinyOfficer { BodyId = command.BodyId, UserId = user.Id });
            await database.SaveChangesAsync(cancellationToken);
        }

        return await invitations.LinkAsync(user, invitedBy: null);
    }
}

/// <summary>Ends a link officer's part in a body; what the body was granted no longer opens to them at their next request.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class RemoveScrutinyOfficer : ICommand<bool>
{
    public Guid BodyId { get; set; }
    public Guid OfficerId { get; set; }
}

internal sealed class RemoveScrutinyOfficerHandler(PortalDbContext database) : IRequestHandler<RemoveScrutinyOfficer, Result<bool>>
{
    public async Task<Result<bool>> Handle(RemoveScrutinyOfficer command, CancellationToken cancellationToken)
    {
        if (!await database.ScrutinyBodies.AnyAsync(b => b.Id == command.BodyId, cancellationToken))
        {
            return new Missing();
        }

        var officer = await database.ScrutinyOfficers
            .FirstOrDefaultAsync(o => o.Id == command.OfficerId && o.BodyId == command.BodyId, cancellationToken);
        if (officer is not null)
        {
            database.Remove(officer);
            await database.SaveChangesAsync(cancellationToken);
        }

        return true;
    }
}

/// <summary>A new link for a link officer who has not set a password yet.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class MakeOfficerLink : ICommand<InvitationLink>
{
    public Guid BodyId { get; set; }
    public Guid OfficerId { get; set; }
}

internal sealed class MakeOfficerLinkHandler(PortalDbContext database, Invitations invitations)
    : IRequestHandler<MakeOfficerLink, Result<InvitationLink>>
{
    public async Task<Result<InvitationLink>> Handle(MakeOfficerLink command, CancellationToken cancellationToken)
    {
        var user = await database.ScrutinyOfficers.Where(o => o.Id == command.OfficerId && o.BodyId == command.BodyId)
            .Select(o => o.User).FirstOrDefaultAsync(cancellationToken);
        return user is null ? new Missing() : await invitations.LinkAsync(user, invitedBy: null);
    }
}
