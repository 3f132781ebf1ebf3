using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Joins a phase to the one before it again.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemovePhase(Guid Id) : ICommand<Saved>;

internal sealed class RemovePhaseHandler(PortalDbContext database) : IRequestHandler<RemovePhase, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemovePhase command, CancellationToken cancellationToken)
    {
        var phase = await database.MeasurePhases.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (phase is null)
        {
            return new Missing();
        }

        database.Remove(phase);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{phase.MeasureId}", "Rebase removed");
    }
}
