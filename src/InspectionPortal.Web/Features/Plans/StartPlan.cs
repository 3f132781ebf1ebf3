using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Starts an empty plan.</summary>
[Requires(Permission.EditPlan)]
public sealed class StartPlan : PlanFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class StartPlanValidator : AbstractValidator<StartPlan>
{
    public StartPlanValidator() => Include(new PlanRules<StartPlan>());
}

internal sealed class StartPlanHandler(PortalDbContext database) : IRequestHandler<StartPlan, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(StartPlan command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/plans/{command.Id}", "Plan started");
        if (await database.WasAddedAsync<Plan>(command.Id, cancellationToken))
        {
            return saved;
        }

        var plan = new Plan { Id = command.Id, Title = command.Title! };
        database.Add(plan);
        if (await PlanWriter.WriteAsync(database, plan, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
