using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Adds an aim at the end of the plan.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddAim : AimFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The plan that it comes into, from the address.</summary>
    [BindNever]
    public Guid PlanId { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddAimValidator : AbstractValidator<AddAim>
{
    public AddAimValidator() => Include(new AimRules<AddAim>());
}

internal sealed class AddAimHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<AddAim, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddAim command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/plans/{command.PlanId}", $"{VocabularyTerms.Start(terms.Aim)} {command.Number} added");
        if (await database.WasAddedAsync<StretchAim>(command.Id, cancellationToken))
        {
            return saved;
        }

        var plan = await database.Plans.Where(p => p.Id == command.PlanId).Select(p => new { p.Id, Last = p.Aims.Max(a => (int?)a.Position) }).FirstOrDefaultAsync(cancellationToken);
        if (plan is null)
        {
            return new Missing();
        }

        if (await AimWriter.NumberTakenAsync(database, plan.Id, command.Id, command.Number!, cancellationToken) is { } failure)
        {
            return failure;
        }

        var aim = new StretchAim { Id = command.Id, PlanId = plan.Id, Number = "", Statement = "", Position = (plan.Last ?? -1) + 1 };
        AimWriter.Write(aim, command);
        database.Add(aim);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
