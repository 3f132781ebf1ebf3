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

/// <summary>Adds a driver at the end of its aim.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddDriver : DriverFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The plan that it comes into, from the address.</summary>
    [BindNever]
    public Guid PlanId { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddDriverValidator : AbstractValidator<AddDriver>
{
    public AddDriverValidator() => Include(new DriverRules<AddDriver>());
}

internal sealed class AddDriverHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<AddDriver, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddDriver command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/plans/{command.PlanId}", $"{VocabularyTerms.Start(terms.Driver)} added");
        if (await database.WasAddedAsync<KeyDriver>(command.Id, cancellationToken))
        {
            return saved;
        }

        var driver = new KeyDriver { Id = command.Id, Text = "" };
        if (await DriverWriter.WriteAsync(database, command.PlanId, driver, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        driver.Position = (await database.KeyDrivers.Where(d => d.AimId == driver.AimId).MaxAsync(d => (int?)d.Position, cancellationToken) ?? -1) + 1;
        database.Add(driver);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
