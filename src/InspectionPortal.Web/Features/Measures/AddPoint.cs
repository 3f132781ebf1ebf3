using FluentValidation;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Enters a figure of a measure.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddPoint : PointFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [BindNever]
    public Guid MeasureId { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddPointValidator : AbstractValidator<AddPoint>
{
    public AddPointValidator() => Include(new PointRules<AddPoint>());
}

internal sealed class AddPointHandler(PortalDbContext database, CurrentSession current, TimeProvider time) : IRequestHandler<AddPoint, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddPoint command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/measures/{command.MeasureId}", "Figure added");
        var measure = await database.Measures.Where(m => m.Id == command.MeasureId)
            .Select(m => new { m.Id, Last = m.Points.Max(p => (int?)p.Position) }).SingleOrDefaultAsync(cancellationToken);
        if (measure is null)
        {
            return new Missing();
        }

        if (await database.WasAddedAsync<DataPoint>(command.Id, cancellationToken))
        {
            return saved;
        }

        var point = new DataPoint
        {
            Id = command.Id,
            MeasureId = measure.Id,
            ValueText = "",
            Position = (measure.Last ?? -1) + 1,
            EnteredAt = time.GetUtcNow(),
            EnteredByUserId = current.RequiredPerson.UserId,
        };
        PointWriter.Write(point, command);
        database.Add(point);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
