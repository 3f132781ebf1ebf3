using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Takes a note off a chart.</summary>
[Requires(Permission.EditPlan)]
public sealed record RemoveAnnotation(Guid Id) : ICommand<Saved>;

internal sealed class RemoveAnnotationHandler(PortalDbContext database) : IRequestHandler<RemoveAnnotation, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveAnnotation command, CancellationToken cancellationToken)
    {
        var note = await database.MeasureAnnotations.SingleOrDefaultAsync(a => a.Id == command.Id, cancellationToken);
        if (note is null)
        {
            return new Missing();
        }

        database.Remove(note);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{note.MeasureId}", $"The note “{FormWords.Clip(note.Text)}” is off the chart.");
    }
}

/// <summary>Joins a phase to the one before it again.</summary>
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
        return new Saved($"~/measures/{phase.MeasureId}", "The rebase is taken back.");
    }
}
