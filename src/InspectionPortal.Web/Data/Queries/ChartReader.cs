using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Reads what charts are made from: one command for each kind of row, however many measures there are.</summary>
public static class ChartReader
{
    public static async Task<IReadOnlyList<ChartSource>> ReadAsync(
        PortalDbContext database, IQueryable<Measure> measures, bool withNotes, CancellationToken cancellationToken)
    {
        var found = await Measures(measures).ToListAsync(cancellationToken);
        var targets = (await Targets(database, measures).ToListAsync(cancellationToken)).ToLookup(t => (t.TenantId, t.MeasureId));
        var points = (await Points(database, measures).ToListAsync(cancellationToken)).ToLookup(p => (p.TenantId, p.MeasureId));
        var phases = (await Phases(database, measures).ToListAsync(cancellationToken)).ToLookup(p => (p.TenantId, p.MeasureId));
        List<ChartMarkRow> noted = withNotes ? await Notes(database, measures).ToListAsync(cancellationToken) : [];
        var notes = noted.ToLookup(n => (n.TenantId, n.MeasureId));
        return [.. found.OrderBy(m => m.Source.Id).Select(m =>
        {
            var key = (m.Source.TenantId, m.Source.Id);
            return m.Source with
            {
                UsedBy = [.. m.UsedBy.Where(id => id != m.Source.ProjectId)],
                Targets = [.. targets[key].Select(t => t.ToTarget())],
                Points = [.. points[key].Select(p => p.Point)],
                Phases = Marks(phases[key]),
                Notes = Marks(notes[key]),
            };
        })];
    }

    /// <summary>The measures themselves, with further projects that look at them.</summary>
    private static IQueryable<ChartMeasureRow> Measures(IQueryable<Measure> measures) => measures.AsNoTracking()
        .Select(m => new ChartMeasureRow(
        new ChartSource
        {
            TenantId = m.TenantId,
            Id = m.Id,
            PlanId = m.PlanId,
            AimId = m.AimId,
            DriverId = m.DriverId,
            ProjectId = m.ProjectId,
            Title = m.Title,
            Kind = m.Kind,
            Direction = m.Direction,
            Chart = m.Chart,
            Rules = m.Rules,
            IsIllustrative = m.IsIllustrative,
            Unit = m.Unit,
            Frequency = m.Frequency,
            Deadline = m.Deadline,
            IsDelivered = m.DoneOn != null || m.DoneText != null,
            BaselinePoints = m.BaselinePoints,
            ScreenMovingRanges = m.ScreenMovingRanges,
        },
        m.Uses.Where(u => u.ProjectId != null).Select(u => u.ProjectId!.Value).ToList()));

    /// <remarks>This and those below look for the measures by partnership and id: all indexes begin with the partnership.</remarks>
    private static IQueryable<ChartTargetRow> Targets(PortalDbContext database, IQueryable<Measure> measures) =>
        database.MeasureTargets.AsNoTracking()
            .Join(measures, t => new { t.TenantId, Id = t.MeasureId }, m => new { m.TenantId, m.Id }, (t, _) => t)
            .Select(t => new ChartTargetRow(t.TenantId, t.MeasureId, t.Id, t.Value, t.By));

    private static IQueryable<ChartPointRow> Points(PortalDbContext database, IQueryable<Measure> measures) =>
        database.DataPoints.AsNoTracking()
            .Join(measures, p => new { p.TenantId, Id = p.MeasureId }, m => new { m.TenantId, m.Id }, (p, _) => p)
            .Select(p => new ChartPointRow(
                p.TenantId, p.MeasureId,
                new SourcePoint(p.Id, p.Date, p.Value, p.Numerator, p.Denominator, p.IsExcluded, p.ValueText, p.Position)));

    private static IQueryable<ChartMarkRow> Phases(PortalDbContext database, IQueryable<Measure> measures) =>
        database.MeasurePhases.AsNoTracking()
            .Join(measures, p => new { p.TenantId, Id = p.MeasureId }, m => new { m.TenantId, m.Id }, (p, _) => p)
            .Select(p => new ChartMarkRow(p.TenantId, p.MeasureId, new SourceMark(p.Id, p.StartsOn, p.Reason)));

    private static IQueryable<ChartMarkRow> Notes(PortalDbContext database, IQueryable<Measure> measures) =>
        database.MeasureAnnotations.AsNoTracking()
            .Join(measures, a => new { a.TenantId, Id = a.MeasureId }, m => new { m.TenantId, m.Id }, (a, _) => a)
            .Select(a => new ChartMarkRow(a.TenantId, a.MeasureId, new SourceMark(a.Id, a.Date, a.Text)));

    private static List<SourceMark> Marks(IEnumerable<ChartMarkRow> rows) =>
        [.. rows.Select(r => r.Mark).OrderBy(m => m.Date).ThenBy(m => m.Id)];
}
