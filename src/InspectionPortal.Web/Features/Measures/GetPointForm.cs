using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>The form of a figure; of a new one of <paramref name="MeasureId"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetPointForm(Guid? Id, Guid? MeasureId = null) : IQuery<PointFields>;

internal sealed class GetPointFormHandler(PortalDbContext database) : IRequestHandler<GetPointForm, PointFields?>
{
    public async Task<PointFields?> Handle(GetPointForm query, CancellationToken cancellationToken)
    {
        var point = query.Id is null ? null : await database.DataPoints.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken);
        var measureId = point?.MeasureId ?? (query.Id is null ? query.MeasureId : null);
        var measure = await database.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == measureId, cancellationToken);
        if (measure is null)
        {
            return null;
        }

        var page = MeasurePart.Page(
            measure, point is null ? "Add a figure" : "Correct this figure",
            point is null ? null : new Removal($"~/figures/{point.Id}/remove", "this figure", $"“{point.ValueText}” will be removed from the table and charts. The audit keeps a record.", []));
        return point is null
            ? new AddPoint { MeasureId = measure.Id, Page = page }
            : new EditPoint
            {
                Id = point.Id,
                Version = point.Version,
                Page = page,
                Date = TypedInput.Show(point.Date),
                DateText = point.DateText,
                ValueText = point.ValueText,
                Value = TypedInput.Show(point.Value),
                Numerator = TypedInput.Show(point.Numerator),
                Denominator = TypedInput.Show(point.Denominator),
                ChangeText = point.ChangeText,
                Note = point.Note,
            };
    }
}
