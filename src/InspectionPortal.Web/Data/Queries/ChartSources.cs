using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Makes what charts are made from out of measures that were read whole, with targets, uses and phases.</summary>
internal static class ChartSources
{
    public static ChartSource Of(Measure measure, IEnumerable<DataPoint> points) => new()
    {
        TenantId = measure.TenantId,
        Id = measure.Id,
        PlanId = measure.PlanId,
        ProjectId = measure.ProjectId,
        Title = measure.Title,
        Kind = measure.Kind,
        Direction = measure.Direction,
        Chart = measure.Chart,
        Rules = measure.Rules,
        IsIllustrative = measure.IsIllustrative,
        Unit = measure.Unit,
        Frequency = measure.Frequency,
        Deadline = measure.Deadline,
        IsDelivered = measure.DoneOn is not null || measure.DoneText is not null,
        BaselinePoints = measure.BaselinePoints,
        ScreenMovingRanges = measure.ScreenMovingRanges,
        UsedBy = [.. measure.Uses.Select(u => u.ProjectId).OfType<Guid>().Where(id => id != measure.ProjectId).Distinct()],
        Targets = [.. measure.Targets.Select(t => new SourceTarget(t.Id, t.Value, t.By.Due, t.By.Text))],
        Points =
        [
            .. points.Select(p => new SourcePoint(
                p.Id, p.Date, p.Value, p.Numerator, p.Denominator, p.IsExcluded, p.ValueText, p.Position)),
        ],
        Phases = [.. measure.Phases.Select(p => new SourceMark(p.Id, p.StartsOn, p.Reason)).OrderBy(m => m.Date).ThenBy(m => m.Id)],
    };
}
