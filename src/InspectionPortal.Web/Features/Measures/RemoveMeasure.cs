using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Removes a measure without figures, with its targets, its notes and where it is used.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemoveMeasure(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveMeasureHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<RemoveMeasure, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveMeasure command, CancellationToken cancellationToken)
    {
        var measure = await database.Measures.Include(m => m.Targets).Include(m => m.Uses).Include(m => m.Phases).Include(m => m.Annotations)
            .AsSplitQuery().SingleOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (measure is null)
        {
            return await Removal.AgainAsync(database, command.Id, new Saved("~/measures", $"{VocabularyTerms.Start(terms.Measure)} removed"), cancellationToken);
        }

        if (Removal.Stale(measure, command.Version) is { } stale)
        {
            return stale;
        }

        var hanging = await MeasureHanging.OfAsync(database, measure.Id, cancellationToken);
        if (hanging.Forbids.Count > 0)
        {
            return Failure.Field("", Removal.Refusal("this measure", hanging.Forbids));
        }

        database.RemoveRange(measure.Targets);
        database.RemoveRange(measure.Uses);
        database.RemoveRange(measure.Phases);
        database.RemoveRange(measure.Annotations);
        database.Remove(measure);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved(measure.ProjectId is { } project ? $"~/projects/{project}" : "~/measures", $"{VocabularyTerms.Start(terms.Measure)} removed");
    }
}
