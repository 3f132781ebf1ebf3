using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Records an inspection. Its recommendations are added one by one afterwards.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddInspection : InspectionFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddInspectionValidator : AbstractValidator<AddInspection>
{
    public AddInspectionValidator() => Include(new InspectionRules<AddInspection>());
}

internal sealed class AddInspectionHandler(PortalDbContext database) : IRequestHandler<AddInspection, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddInspection command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/inspections/{command.Id}", "Inspection added. Next, add its recommendations.");
        if (await database.WasAddedAsync<Inspection>(command.Id, cancellationToken))
        {
            return saved;
        }

        var inspection = new Inspection { Id = command.Id, Title = "" };
        database.Add(inspection);
        await InspectionWriter.WriteAsync(database, inspection, command, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
