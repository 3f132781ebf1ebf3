using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Changes what the plan says of itself: title, period, inspections answered, narrative sections, other plans.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditPlan : PlanFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditPlanValidator : AbstractValidator<EditPlan>
{
    public EditPlanValidator() => Include(new PlanRules<EditPlan>());
}

internal sealed class EditPlanHandler(PortalDbContext database) : IRequestHandler<EditPlan, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditPlan command, CancellationToken cancellationToken)
    {
        var plan = await database.Plans.AsSplitQuery().Include(p => p.Sections).Include(p => p.ExternalPlans).Include(p => p.Inspections)
            .SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (plan is null)
        {
            return new Missing();
        }

        if (await PlanWriter.WriteAsync(database, plan, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (database.Check(plan, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/plans/{plan.Id}", "Plan saved");
    }
}
