using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>What the platform sets of a partnership. Its address stays, since people have it in their bookmarks.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class ChangePartnership : ICommand<bool>
{
    public int Id { get; set; }
    public uint Version { get; set; }
    public string? Name { get; set; }
    public PartnershipKind Kind { get; set; }
    public string? TimeZone { get; set; }
    public int Quorum { get; set; }
}

internal sealed class ChangePartnershipValidator : AbstractValidator<ChangePartnership>
{
    public ChangePartnershipValidator()
    {
        RuleFor(c => c.Name).IsAPartnershipsName();
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose what it is");
        RuleFor(c => c.TimeZone).IsAZone();
        RuleFor(c => c.Quorum).IsAQuorum();
    }
}

internal sealed class ChangePartnershipHandler(PortalDbContext database) : IRequestHandler<ChangePartnership, Result<bool>>
{
    public async Task<Result<bool>> Handle(ChangePartnership command, CancellationToken cancellationToken)
    {
        if (await database.Partnerships.FirstOrDefaultAsync(p => p.Id == command.Id, cancellationToken) is not { } partnership)
        {
            return new Missing();
        }

        database.Entry(partnership).Property(p => p.Version).OriginalValue = command.Version;
        partnership.Name = command.Name!;
        partnership.Kind = command.Kind;
        partnership.TimeZone = command.TimeZone!;
        partnership.Quorum = command.Quorum;
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}

/// <summary>Opens, suspends or closes a partnership. While it is not active nobody gets in; nothing is deleted.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class ChangePartnershipState : ICommand<PartnershipState>
{
    public int Id { get; set; }
    public PartnershipState State { get; set; }
}

internal sealed class ChangePartnershipStateValidator : AbstractValidator<ChangePartnershipState>
{
    public ChangePartnershipStateValidator() => RuleFor(c => c.State).IsInEnum().WithMessage("Choose to suspend, close or reopen");
}

internal sealed class ChangePartnershipStateHandler(PortalDbContext database) : IRequestHandler<ChangePartnershipState, Result<PartnershipState>>
{
    public async Task<Result<PartnershipState>> Handle(ChangePartnershipState command, CancellationToken cancellationToken)
    {
        if (await database.Partnerships.FirstOrDefaultAsync(p => p.Id == command.Id, cancellationToken) is not { } partnership)
        {
            return new Missing();
        }

        partnership.State = command.State;
        await database.SaveChangesAsync(cancellationToken);
        return command.State;
    }
}

/// <summary>A new link for the first partnership lead, who has not set a password yet.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class MakeFirstLeadLink : ICommand<InvitationLink>
{
    public int Id { get; set; }
}

internal sealed class MakeFirstLeadLinkHandler(PortalDbContext database, Invitations invitations)
    : IRequestHandler<MakeFirstLeadLink, Result<InvitationLink>>
{
    public async Task<Result<InvitationLink>> Handle(MakeFirstLeadLink command, CancellationToken cancellationToken)
    {
        var lead = await database.Partnerships.Where(p => p.Id == command.Id)
            .Join(database.Users, p => p.FirstLeadUserId, u => u.Id, (_, u) => u)
            .FirstOrDefaultAsync(cancellationToken);
        return lead is null ? new Missing() : await invitations.LinkAsync(lead, command.Id);
    }
}
