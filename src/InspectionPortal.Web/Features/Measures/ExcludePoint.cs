using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Leaves a figure out of what the chart is judged by. It stays on the chart, marked.</summary>
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
        RuleFor(c => c.Reason).Needed("Enter why it is not like the others, such as the system was down for two weeks").Fits(Measure.ReasonMaxLength);
}

internal sealed class ExcludePointHandler(PortalDbContext database) : IRequestHandler<ExcludePoint, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(ExcludePoint command, CancellationToken cancellationToken)
    {
        var point = await database.MeasurePoints.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
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
        return new Saved($"~/measures/{point.MeasureId}#figures", "The figure is shown, and left out of the reading.");
    }
}

/// <summary>Takes a figure back into the reading.</summary>
[Requires(Permission.EditPlan)]
public sealed record IncludePoint(Guid Id) : ICommand<Saved>;

internal sealed class IncludePointHandler(PortalDbContext database) : IRequestHandler<IncludePoint, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(IncludePoint command, CancellationToken cancellationToken)
    {
        var point = await database.MeasurePoints.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (point is null)
        {
            return new Missing();
        }

        (point.IsExcluded, point.ExcludedReason) = (false, null);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/measures/{point.MeasureId}#figures", "The figure counts again.");
    }
}
