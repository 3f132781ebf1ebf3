using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures.Charts;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>A target of a measure.</summary>
internal sealed record ChartTargetRow(int TenantId, Guid MeasureId, Guid Id, decimal Value, Deadline By)
{
    public SourceTarget ToTarget() => new(Id, Value, By.Due, By.Text);
}
