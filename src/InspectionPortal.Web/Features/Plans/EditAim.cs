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

/// <summary>Changes an aim.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditAim : AimFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditAimValidator : AbstractValidator<EditAim>
{
    public EditAimValidator() => Include(new AimRules<EditAim>());
}

internal sealed class EditAimHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<EditAim, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditAim command, CancellationToken cancellationToken)
    {
        var aim = await database.StretchAims.SingleOrDefaultAsync(a => a.Id == command.Id, cancellationToken);
        if (aim is null)
        {
            return new Missing();
        }

        AimWriter.Write(aim, command);
        if (database.Check(aim, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        if (await AimWriter.NumberTakenAsync(database, aim.PlanId, aim.Id, aim.Number, cancellationToken) is { } failure)
        {
            return failure;
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/plans/{aim.PlanId}", $"{VocabularyTerms.Start(terms.Aim)} {aim.Number} saved");
    }
}
