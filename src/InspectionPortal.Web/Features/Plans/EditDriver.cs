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

/// <summary>Changes a driver; its projects go with it to another aim.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditDriver : DriverFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditDriverValidator : AbstractValidator<EditDriver>
{
    public EditDriverValidator() => Include(new DriverRules<EditDriver>());
}

internal sealed class EditDriverHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<EditDriver, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditDriver command, CancellationToken cancellationToken)
    {
        var driver = await database.KeyDrivers.Include(d => d.Projects).SingleOrDefaultAsync(d => d.Id == command.Id, cancellationToken);
        if (driver is null)
        {
            return new Missing();
        }

        if (driver.AimId != command.AimId && await database.KeyDrivers.AnyAsync(d => d.ParentId == driver.Id, cancellationToken))
        {
            return Failure.Field(nameof(DriverFields.AimId), "Move the drivers under this one first");
        }

        if (await DriverWriter.WriteAsync(database, driver.PlanId, driver, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        foreach (var project in driver.Projects)
        {
            project.AimId = driver.AimId;
        }

        if (database.Check(driver, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/plans/{driver.PlanId}", $"{VocabularyTerms.Start(terms.Driver)} saved");
    }
}
