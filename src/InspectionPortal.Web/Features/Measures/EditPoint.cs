using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Changes a figure.</summary>
[Requires(Permission.EditPlan)]
public sealed class EditPoint : PointFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditPointValidator : AbstractValidator<EditPoint>
{
    public EditPointValidator() => Include(new PointRules<EditPoint>());
}

internal sealed class EditPointHandler(PortalDbContext database) : IRequestHandler<EditPoint, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditPoint command, CancellationToken cancellationToken)
    {
        var point = await database.MeasurePoints.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (point is null)
        {
            return new Missing();
        }

        PointWriter.Write(point, command);
        if (database.Check(point, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{point.MeasureId}", "The figure is saved.");
    }
}
