using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Removes a figure.</summary>
[Requires(Permission.EditPlan)]
public sealed record RemovePoint(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemovePointHandler(PortalDbContext database) : IRequestHandler<RemovePoint, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemovePoint command, CancellationToken cancellationToken)
    {
        var point = await database.MeasurePoints.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (point is null)
        {
            return await database.WasRemovedAsync(command.Id, cancellationToken) ? new Saved("~/measures", "The figure is removed.") : new Missing();
        }

        if (point.Version != command.Version)
        {
            return new Conflict("Someone else changed this while you had it open. Nothing was removed: read it, then remove it if you still want to.");
        }

        if (await database.PointCorrections.AnyAsync(c => c.PointId == point.Id, cancellationToken))
        {
            return Failure.Field("", "This figure was corrected, and what it was before is kept. Leave it out of the chart’s reading with a reason instead.");
        }

        database.Remove(point);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{point.MeasureId}", "The figure is removed.");
    }
}
