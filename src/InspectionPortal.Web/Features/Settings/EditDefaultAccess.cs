using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Settings;

/// <summary>What link officers see by default: what the form to give access starts with. Access that is given stays as it is.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditDefaultAccess : FormFields, ICommand<Saved>
{
    public GrantScope? Scope { get; set; }
}

internal sealed class EditDefaultAccessValidator : AbstractValidator<EditDefaultAccess>
{
    public EditDefaultAccessValidator() =>
        RuleFor(c => c.Scope).Must(s => s is { } scope && Enum.IsDefined(scope)).WithMessage("Choose what new access starts with");
}

internal sealed class EditDefaultAccessHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<EditDefaultAccess, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditDefaultAccess command, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var partnership = await database.Partnerships.SingleAsync(p => p.Id == own, cancellationToken);
        partnership.DefaultGrantScope = command.Scope.GetValueOrDefault();
        if (database.ChangeTracker.HasChanges())
        {
            if (partnership.Version != command.Version)
            {
                return new Conflict();
            }

            await database.SaveChangesAsync(cancellationToken);
        }

        return new Saved("~/settings", "What link officers see by default saved");
    }
}
