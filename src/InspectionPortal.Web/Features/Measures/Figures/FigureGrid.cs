using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>Reads a measure and its figures for the grid, and makes the page of it.</summary>
internal sealed class FigureGrid(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
{
    private const int ProposedAtMost = 12;
    private const int LeastNewRows = 6;

    public async Task<GridSource?> ReadAsync(Guid measureId, CancellationToken cancellationToken)
    {
        var measure = await database.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == measureId, cancellationToken);
        if (measure is null)
        {
            return null;
        }

        if (!await FigureAccess.MayEnterAsync(database, current, time, measure.LeadResponsibilityId, cancellationToken))
        {
            throw new MessageRefusedException(StatusCodes.Status403Forbidden);
        }

        var points = await database.DataPoints.AsNoTracking().Where(p => p.MeasureId == measure.Id).ToListAsync(cancellationToken);
        return new GridSource(measure, points, new MeasureContext(measure.Id, measure.Unit, FigurePeriods.Of(measure.Frequency), clock.Today));
    }

    /// <param name="source">What is stored.</param>
    /// <param name="given">The rows to show; null for those stored last and those that are due.</param>
    /// <param name="all">Whether to show every stored figure.</param>
    public FiguresPage Page(GridSource source, IReadOnlyList<FigureCells>? given, bool all = false)
    {
        var dated = source.Points.Where(p => p.Date is not null).OrderBy(p => p.Date).ThenBy(p => p.Position).ToList();
        var missing = source.Terms.Periods.Missing([.. dated.Select(p => p.Date!.Value)], clock.Today);
        var shown = all ? dated.TakeLast(EnterFigures.MostRows / 2).ToList() : dated.TakeLast(GetFigures.StoredShown).ToList();
        var rows = given ?? [.. shown.Select(FigureCells.Of), .. New(missing, source.Terms.Periods)];
        var check = new FigureCheck(source.Terms, source.Points);
        var readings = check.Read(rows);
        var measure = source.Measure;
        return new FiguresPage(
            new FigureMeasure(
                measure.Id, measure.Title, measure.Unit, measure.Frequency, measure.Numerator, measure.Denominator,
                measure.Numerator is not null || measure.Denominator is not null || FigureValue.IsShare(measure.Unit) || source.Points.Exists(p => p.Numerator is not null)),
            dated.Count == 0 ? [] : source.Terms.Periods.Say(missing, dated[^1].Date!.Value), source.Points.Count - dated.Count,
            given is null ? dated.Count - shown.Count : 0, new EnterFigures { MeasureId = measure.Id, Rows = [.. rows] }, readings, check.Errors,
            source.Points.ToDictionary(p => p.Id, FigureCells.Of));
    }

    private static IEnumerable<FigureCells> New(IReadOnlyList<DateOnly> missing, FigurePeriods periods)
    {
        var proposed = missing.TakeLast(ProposedAtMost).Select(m => new FigureCells { When = periods.Name(m) }).ToList();
        return proposed.Concat(Enumerable.Range(0, Math.Max(LeastNewRows - proposed.Count, 2)).Select(_ => new FigureCells()));
    }
}

/// <summary>A measure with all its figures.</summary>
internal sealed record GridSource(Measure Measure, List<DataPoint> Points, MeasureContext Terms);
