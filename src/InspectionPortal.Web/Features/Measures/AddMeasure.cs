using FluentValidation;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Adds a measure to a project, a driver or an aim.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddMeasure : MeasureFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddMeasureValidator : AbstractValidator<AddMeasure>
{
    public AddMeasureValidator() => Include(new MeasureRules<AddMeasure>());
}

internal sealed class AddMeasureHandler(PortalDbContext database, VocabularyTerms terms) : IRequestHandler<AddMeasure, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddMeasure command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/measures/{command.Id}", $"{VocabularyTerms.Start(terms.Measure)} added. Next, add targets and figures.");
        if (await database.WasAddedAsync<Measure>(command.Id, cancellationToken))
        {
            return saved;
        }

        var measure = new Measure { Id = command.Id, Title = "" };
        if (await MeasureWriter.WriteAsync(database, measure, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        measure.Position = (await database.Measures
            .Where(m => m.AimId == measure.AimId && m.DriverId == measure.DriverId && m.ProjectId == measure.ProjectId)
            .MaxAsync(m => (int?)m.Position, cancellationToken) ?? -1) + 1;
        database.Add(measure);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
