using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>Opens, suspends or closes a partnership. While it is not active nobody gets in; nothing is deleted.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
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
