using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Changes a target.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditTarget : TargetFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditTargetValidator : AbstractValidator<EditTarget>
{
    public EditTargetValidator() => Include(new TargetRules<EditTarget>());
}

internal sealed class EditTargetHandler(PortalDbContext database) : IRequestHandler<EditTarget, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditTarget command, CancellationToken cancellationToken)
    {
        var target = await database.MeasureTargets.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (target is null)
        {
            return new Missing();
        }

        if (TargetWriter.Write(target, command) is { } failure)
        {
            return failure;
        }

        if (database.Check(target, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{target.MeasureId}", $"Target saved. {DeadlineEntry.Understood(target.By)}");
    }
}
