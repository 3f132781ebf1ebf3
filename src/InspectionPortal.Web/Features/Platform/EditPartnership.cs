using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>What the platform sets of a partnership. Its address stays, since people have it in their bookmarks.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class EditPartnership : ICommand<bool>
{
    public int Id { get; set; }
    public uint Version { get; set; }
    public string? Name { get; set; }
    public PartnershipKind Kind { get; set; }
    public string? TimeZone { get; set; }
    public int? Quorum { get; set; }
    public bool LeadMayApprove { get; set; }
}

internal sealed class EditPartnershipValidator : AbstractValidator<EditPartnership>
{
    public EditPartnershipValidator()
    {
        RuleFor(c => c.Name).IsAPartnershipsName();
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose a type");
        RuleFor(c => c.TimeZone).IsAZone();
        RuleFor(c => c.Quorum).IsAQuorum();
    }
}

internal sealed class EditPartnershipHandler(PortalDbContext database) : IRequestHandler<EditPartnership, Result<bool>>
{
    public async Task<Result<bool>> Handle(EditPartnership command, CancellationToken cancellationToken)
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
        partnership.LeadMayApprove = command.LeadMayApprove;
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
