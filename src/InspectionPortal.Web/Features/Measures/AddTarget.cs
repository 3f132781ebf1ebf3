using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Adds a value to be reached by a date.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddTarget : TargetFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [BindNever]
    public Guid MeasureId { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddTargetValidator : AbstractValidator<AddTarget>
{
    public AddTargetValidator() => Include(new TargetRules<AddTarget>());
}

internal sealed class AddTargetHandler(PortalDbContext database) : IRequestHandler<AddTarget, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddTarget command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/measures/{command.MeasureId}", $"Target added. {DeadlineEntry.Understood(DeadlineParser.Parse(command.By))}");
        var measure = await database.Measures.Where(m => m.Id == command.MeasureId)
            .Select(m => new { m.Id }).SingleOrDefaultAsync(cancellationToken);
        if (measure is null)
        {
            return new Missing();
        }

        if (await database.WasAddedAsync<MeasureTarget>(command.Id, cancellationToken))
        {
            return saved;
        }

        var target = new MeasureTarget { Id = command.Id, MeasureId = measure.Id };
        if (TargetWriter.Write(target, command) is { } failure)
        {
            return failure;
        }

        database.Add(target);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
