using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Settings;

/// <summary>Changes the partnership's name. Its address stays: people have it in their bookmarks.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditName : FormFields, ICommand<Saved>
{
    public string? Name { get; set; }
}

internal sealed class EditNameValidator : AbstractValidator<EditName>
{
    public EditNameValidator() => RuleFor(c => c.Name).Required("Enter the partnership’s name").MaxLength(Partnership.NameMaxLength);
}

internal sealed class EditNameHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<EditName, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditName command, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var partnership = await database.Partnerships.SingleAsync(p => p.Id == own, cancellationToken);
        partnership.Name = command.Name!;
        if (database.ChangeTracker.HasChanges())
        {
            if (partnership.Version != command.Version)
            {
                return new Conflict();
            }

            await database.SaveChangesAsync(cancellationToken);
        }

        return new Saved("~/settings", "Name saved");
    }
}
