using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>A small form of a chart: of a measure, or of one of its figures.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetChartForm(ChartFormKind Kind, Guid Id) : IQuery<FormFields>;

internal sealed class GetChartFormHandler(PortalDbContext database) : IRequestHandler<GetChartForm, FormFields?>
{
    public async Task<FormFields?> Handle(GetChartForm query, CancellationToken cancellationToken)
    {
        var point = query.Kind == ChartFormKind.Exclude
            ? await database.DataPoints.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken)
            : null;
        var measureId = query.Kind == ChartFormKind.Exclude ? point?.MeasureId : query.Id;
        var measure = await database.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == measureId, cancellationToken);
        return measure is null ? null : query.Kind switch
        {
            ChartFormKind.Note => new AnnotateChart { MeasureId = measure.Id, Page = MeasurePart.Page(measure, "Add a note to the chart", null) },
            ChartFormKind.Rebase => new RebaseChart { MeasureId = measure.Id, Page = MeasurePart.Page(measure, "Rebase the chart", null) },
            ChartFormKind.Baseline => new FreezeBaseline
            {
                Id = measure.Id,
                Version = measure.Version,
                Points = TypedInput.Show(measure.BaselinePoints),
                Page = MeasurePart.Page(measure, "Freeze the baseline", null),
            },
            _ => new ExcludePoint
            {
                Id = point!.Id,
                Version = point.Version,
                Reason = point.ExcludedReason,
                Page = MeasurePart.Page(measure, $"Exclude {point.ValueText}", null),
            },
        };
    }
}
