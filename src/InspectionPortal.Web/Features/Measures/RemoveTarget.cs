using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Removes a target.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemoveTarget(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveTargetHandler(PortalDbContext database) : IRequestHandler<RemoveTarget, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveTarget command, CancellationToken cancellationToken)
    {
        var target = await database.MeasureTargets.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (target is null)
        {
            return await Removal.AgainAsync(database, command.Id, new Saved("~/measures", "Target removed"), cancellationToken);
        }

        if (Removal.Stale(target, command.Version) is { } stale)
        {
            return stale;
        }

        database.Remove(target);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{target.MeasureId}", "Target removed");
    }
}
