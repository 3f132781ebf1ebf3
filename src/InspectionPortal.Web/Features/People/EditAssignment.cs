using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>Puts the dates right from which until which someone holds a responsibility.</summary>
[CanUndo]
[Requires(Permission.ManagePeople)]
public sealed class EditAssignment : ICommand<Guid>, IHoldingForm
{
    public Guid Id { get; set; }
    public uint Version { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
}

internal sealed class EditAssignmentValidator : HoldingRules<EditAssignment>;

internal sealed class EditAssignmentHandler(PortalDbContext database) : IRequestHandler<EditAssignment, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(EditAssignment command, CancellationToken cancellationToken)
    {
        if (await database.ResponsibilityHolders.FirstOrDefaultAsync(h => h.Id == command.Id, cancellationToken) is not { } holding)
        {
            return new Missing();
        }

        var (from, until) = (TypedInput.Date(command.From)!.Value, TypedInput.Date(command.Until));
        var others = await database.ResponsibilityHolders.AsNoTracking()
            .Where(h => h.Id != holding.Id && h.UserId == holding.UserId && h.LeadResponsibilityId == holding.LeadResponsibilityId)
            .ToListAsync(cancellationToken);
        if (others.Exists(h => h.Overlaps(from, until)))
        {
            return Failure.Field(nameof(EditAssignment.From), Overlap.Message);
        }

        database.Entry(holding).Property(h => h.Version).OriginalValue = command.Version;
        holding.From = from;
        holding.Until = until;
        await database.SaveChangesAsync(cancellationToken);
        return holding.UserId;
    }
}
