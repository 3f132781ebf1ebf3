using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Removes a target.</summary>
[Requires(Permission.EditPlan)]
public sealed record RemoveTarget(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveTargetHandler(PortalDbContext database) : IRequestHandler<RemoveTarget, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveTarget command, CancellationToken cancellationToken)
    {
        var target = await database.MeasureTargets.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (target is null)
        {
            return await database.WasRemovedAsync(command.Id, cancellationToken) ? new Saved("~/measures", "The target is removed.") : new Missing();
        }

        if (target.Version != command.Version)
        {
            return new Conflict("Someone else changed this while you had it open. Nothing was removed: read it, then remove it if you still want to.");
        }

        database.Remove(target);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{target.MeasureId}", "The target is removed.");
    }
}
