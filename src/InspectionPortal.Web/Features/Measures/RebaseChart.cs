using FluentValidation;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Starts a new phase of a chart: from a day on, the figures are judged by themselves.</summary>
[Requires(Permission.EditPlan)]
public sealed class RebaseChart : FormFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [BindNever]
    public Guid MeasureId { get; set; }

    public string? StartsOn { get; set; }
    public string? Reason { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class RebaseChartValidator : AbstractValidator<RebaseChart>
{
    public RebaseChartValidator()
    {
        RuleFor(c => c.StartsOn).Required("Enter the first day of the new phase, like 1 January 2020").IsDate();
        RuleFor(c => c.Reason).Required("Enter what has changed permanently, and how you know").MaxLength(Measure.ReasonMaxLength);
    }
}

internal sealed class RebaseChartHandler(PortalDbContext database) : IRequestHandler<RebaseChart, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RebaseChart command, CancellationToken cancellationToken)
    {
        if (!await database.Measures.AnyAsync(m => m.Id == command.MeasureId, cancellationToken))
        {
            return new Missing();
        }

        var saved = new Saved($"~/measures/{command.MeasureId}#phases", "Chart rebased");
        var start = TypedInput.Date(command.StartsOn)!.Value;
        var there = await database.MeasurePhases.Where(p => p.Id == command.Id || (p.MeasureId == command.MeasureId && p.StartsOn == start))
            .Select(p => p.Id).ToListAsync(cancellationToken);
        if (there.Contains(command.Id))
        {
            return saved;
        }

        if (there.Count > 0)
        {
            return Failure.Field(nameof(RebaseChart.StartsOn), "A phase already starts on this day. Enter another day");
        }

        database.Add(new MeasurePhase { Id = command.Id, MeasureId = command.MeasureId, StartsOn = start, Reason = command.Reason! });
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
