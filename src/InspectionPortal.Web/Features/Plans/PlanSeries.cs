using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Web.Data.Queries;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What the measures of each project say.</summary>
internal sealed class PlanSeries(PlanRelatedRows rows, DateOnly today)
{
    /// <summary>What the measures of a project say: its own, then those that it looks at.</summary>
    public PlanSigns Of(Guid projectId)
    {
        var readings = rows.Measures[projectId].Concat(rows.MeasuresUsed[projectId]).Where(m => rows.IsCharted(m.Source))
            .Select(m => MeasureReading.Of(Source(m.Source, projectId), today)).ToList();
        return new PlanSigns(
            readings.Where(r => r.Chart is { Analysis: not null, Source.Charted.Count: > 1 }).MinBy(r => r.IsIllustrative), SignalSet.Of(readings, today).Gravest);
    }

    private ChartSource Source(ChartSource measure, Guid projectId)
    {
        List<SourcePoint> points = [.. rows.Points[measure.Id]];
        return measure with
        {
            ProjectId = projectId,
            Points = points,
            Phases = [.. rows.Phases[measure.Id]],
            Targets = points.Count == 0 ? [] : [.. rows.Targets[measure.Id].Select(t => t.ToTarget())],
        };
    }
}
