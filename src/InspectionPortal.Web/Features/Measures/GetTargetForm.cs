using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>The form of a target; of a new one of <paramref name="MeasureId"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetTargetForm(Guid? Id, Guid? MeasureId = null) : IQuery<TargetFields>;

internal sealed class GetTargetFormHandler(PortalDbContext database) : IRequestHandler<GetTargetForm, TargetFields?>
{
    public async Task<TargetFields?> Handle(GetTargetForm query, CancellationToken cancellationToken)
    {
        var target = query.Id is null ? null : await database.MeasureTargets.AsNoTracking().SingleOrDefaultAsync(t => t.Id == query.Id, cancellationToken);
        var measureId = target?.MeasureId ?? (query.Id is null ? query.MeasureId : null);
        var measure = await database.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == measureId, cancellationToken);
        if (measure is null)
        {
            return null;
        }

        var page = MeasurePart.Page(
            measure, target is null ? "Add a target" : "Edit this target",
            target is null ? null : new Removal($"~/targets/{target.Id}/remove", "this target", $"{TypedInput.Show(target.Value)} by {target.By.Text} will be removed. The audit keeps a record.", []));
        return target is null
            ? new AddTarget { MeasureId = measure.Id, Page = page }
            : new EditTarget { Id = target.Id, Version = target.Version, Page = page, Value = TypedInput.Show(target.Value), By = target.By.Text };
    }
}
