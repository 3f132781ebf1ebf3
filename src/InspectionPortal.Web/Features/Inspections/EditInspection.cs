using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Changes what is recorded of an inspection.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditInspection : InspectionFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditInspectionValidator : AbstractValidator<EditInspection>
{
    public EditInspectionValidator() => Include(new InspectionRules<EditInspection>());
}

internal sealed class EditInspectionHandler(PortalDbContext database) : IRequestHandler<EditInspection, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditInspection command, CancellationToken cancellationToken)
    {
        var inspection = await database.Inspections.AsSplitQuery().Include(i => i.Bodies).Include(i => i.Questions).Include(i => i.Strengths)
            .Include(i => i.Gradings).SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (inspection is null)
        {
            return new Missing();
        }

        await InspectionWriter.WriteAsync(database, inspection, command, cancellationToken);
        if (database.Check(inspection, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/inspections/{inspection.Id}", "Inspection saved");
    }
}
