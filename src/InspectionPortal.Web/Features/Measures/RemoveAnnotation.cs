using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Takes a note off a chart.</summary>
[CanUndo]
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
        return new Saved($"~/measures/{note.MeasureId}", $"Note “{EnglishText.Cut(note.Text, 60)}” removed");
    }
}
