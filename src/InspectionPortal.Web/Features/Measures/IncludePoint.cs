using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Takes a figure back into the reading.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record IncludePoint(Guid Id) : ICommand<Saved>;

internal sealed class IncludePointHandler(PortalDbContext database) : IRequestHandler<IncludePoint, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(IncludePoint command, CancellationToken cancellationToken)
    {
        var point = await database.DataPoints.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (point is null)
        {
            return new Missing();
        }

        (point.IsExcluded, point.ExcludedReason) = (false, null);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{point.MeasureId}#figures", "Figure included");
    }
}
