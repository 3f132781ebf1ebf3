using FluentValidation;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Corrects a figure: what it was is kept, with why it was wrong.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditPoint : PointFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    public override bool AsksWhy => true;
}

internal sealed class EditPointValidator : AbstractValidator<EditPoint>
{
    public EditPointValidator()
    {
        Include(new PointRules<EditPoint>());
        RuleFor(c => c.Why).MaxLength(Measure.ReasonMaxLength);
    }
}

internal sealed class EditPointHandler(PortalDbContext database, CurrentSession current, TimeProvider time) : IRequestHandler<EditPoint, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditPoint command, CancellationToken cancellationToken)
    {
        var point = await database.DataPoints.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (point is null)
        {
            return new Missing();
        }

        var before = PointCorrection.Of(point, command.Why ?? "", time.GetUtcNow(), current.RequiredPerson.UserId);
        PointWriter.Write(point, command);
        var isCorrection = PointWriter.Differs(before, point);
        if (isCorrection)
        {
            if (command.Why is null)
            {
                return Failure.Field(nameof(EditPoint.Why), "Enter why the figure was wrong. The old figure is kept in the history");
            }

            database.Add(before);
        }

        if (database.Check(point, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved(
            $"~/measures/{point.MeasureId}",
            isCorrection ? "Figure saved. The history keeps the old figure and the reason." : "Figure saved");
    }
}
