using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Removes a figure.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemovePoint(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemovePointHandler(PortalDbContext database) : IRequestHandler<RemovePoint, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemovePoint command, CancellationToken cancellationToken)
    {
        var point = await database.DataPoints.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (point is null)
        {
            return await Removal.AgainAsync(database, command.Id, new Saved("~/measures", "Figure removed"), cancellationToken);
        }

        if (Removal.Stale(point, command.Version) is { } stale)
        {
            return stale;
        }

        if (await database.PointCorrections.AnyAsync(c => c.PointId == point.Id, cancellationToken))
        {
            return Failure.Field("", "This figure has been corrected, so its history must stay. Exclude it instead, with a reason.");
        }

        database.Remove(point);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{point.MeasureId}", "Figure removed");
    }
}
