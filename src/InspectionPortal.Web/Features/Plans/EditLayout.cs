using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Changes the words and the columns of this partnership, and of no other.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditLayout : LayoutFields, ICommand<Saved>;

internal sealed class EditLayoutValidator : AbstractValidator<EditLayout>
{
    public EditLayoutValidator() => Include(new LayoutRules());
}

internal sealed class EditLayoutHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<EditLayout, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditLayout command, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var partnership = await database.Partnerships.SingleAsync(p => p.Id == own, cancellationToken);
        partnership.Vocabulary = command.Vocabulary();
        partnership.Layout = command.Layout();
        if (database.ChangeTracker.HasChanges())
        {
            if (partnership.Version != command.Version)
            {
                return new Conflict();
            }

            await database.SaveChangesAsync(cancellationToken);
        }

        return new Saved("~/settings", "Words and columns saved");
    }
}
