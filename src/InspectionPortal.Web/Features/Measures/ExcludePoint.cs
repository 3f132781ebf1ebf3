using FluentValidation;
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

/// <summary>Leaves a figure out of what the chart is judged by. It stays on the chart, marked.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class ExcludePoint : FormFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    public string? Reason { get; set; }
}

internal sealed class ExcludePointValidator : AbstractValidator<ExcludePoint>
{
    public ExcludePointValidator() =>
        RuleFor(c => c.Reason).Required("Enter why you exclude the figure, like the system was down for two weeks").MaxLength(Measure.ReasonMaxLength);
}

internal sealed class ExcludePointHandler(PortalDbContext database) : IRequestHandler<ExcludePoint, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(ExcludePoint command, CancellationToken cancellationToken)
    {
        var point = await database.DataPoints.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (point is null)
        {
            return new Missing();
        }

        (point.IsExcluded, point.ExcludedReason) = (true, command.Reason);
        if (database.Check(point, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{point.MeasureId}#figures", "Figure excluded. It stays on the chart.");
    }
}
