using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>One period's figures of many measures, a row a measure; without a period, of the newest that is over.</summary>
/// <param name="Period">The period as written.</param>
/// <param name="Rows">Rows to show instead, as typed.</param>
[Requires(Permission.WriteUpdates)]
public sealed record GetFiguresOfPeriod(string? Period, IReadOnlyList<PeriodCells>? Rows = null) : IQuery<PeriodFiguresPage>;

internal sealed class GetFiguresOfPeriodHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetFiguresOfPeriod, PeriodFiguresPage?>
{
    private const int PeriodsShown = 6;

    public async Task<PeriodFiguresPage?> Handle(GetFiguresOfPeriod query, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var periods = await database.ReportingPeriods.AsNoTracking().Where(p => p.Kind == PeriodKind.Quarter && p.To <= today)
            .OrderByDescending(p => p.To)
            .Select(p => new PeriodChoice(p.Title, p.To)).Take(PeriodsShown).ToListAsync(cancellationToken);
        var words = query.Period ?? TypedInput.Show(periods.Count > 0 ? periods[0].To : new DateOnly(today.Year, today.Month, 1).AddDays(-1));
        var day = FigureDate.Read(words, out var trouble)?.Day;
        trouble = day > today ? $"{DateFormat.Full(day.GetValueOrDefault())} is in the future: today is {DateFormat.Full(today)}" : trouble;
        var sources = day is null || trouble is not null ? [] : await PeriodSources.ReadAsync(database, current, time, cancellationToken);
        if (sources.Count == 0 && trouble is null && !current.RequiredTenant.Has(Permission.EditPlan))
        {
            throw new MessageRefusedException(StatusCodes.Status403Forbidden);
        }

        var shown = sources.Take(EnterFigures.MostRows).ToList();
        var measures = shown.Select(s => Measure(s, day.GetValueOrDefault())).ToList();
        var given = query.Rows?.ToLookup(r => r.MeasureId);
        return new PeriodFiguresPage(
            measures,
            new EnterFiguresOfPeriod { Period = words, Rows = [.. measures.Select(m => given?[m.Id].FirstOrDefault() ?? new PeriodCells { MeasureId = m.Id })] },
            trouble is null ? day : null, trouble, periods, sources.Count - shown.Count);
    }

    private static PeriodMeasure Measure(PeriodSource source, DateOnly day)
    {
        var key = source.Periods.Key(day);
        var dated = source.Points.Where(p => p.Date is not null).OrderBy(p => p.Date).ToList();
        var last = dated.FindLast(p => p.Date < day && source.Periods.Key(p.Date.Value) != key);
        return new PeriodMeasure(
            source.Measure.Id, source.Measure.Title, source.Number, source.Measure.Unit,
            last is null ? null : $"{last.ValueText}, {last.DateText ?? DateFormat.Full(last.Date!.Value)}",
            dated.Find(p => source.Periods.Key(p.Date!.Value) == key)?.ValueText);
    }
}

/// <summary>A measure with its figures.</summary>
internal sealed record PeriodSource(Measure Measure, string? Number, List<DataPoint> Points)
{
    public FigurePeriods Periods { get; } = FigurePeriods.Of(Measure.Frequency);
}

/// <summary>Reads the measures whose figures this person may enter, in the order of the plan.</summary>
internal static class PeriodSources
{
    public static async Task<List<PeriodSource>> ReadAsync(PortalDbContext database, CurrentSession current, TimeProvider time, CancellationToken cancellationToken)
    {
        var all = current.RequiredTenant.Has(Permission.EditPlan);
        var held = database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        var measures = await database.Measures.AsNoTracking()
            .Where(m => m.Kind != MeasureKind.Milestone && !m.IsIllustrative
                && (all || (m.LeadResponsibilityId != null && held.Contains(m.LeadResponsibilityId.Value))))
            .OrderBy(m => m.Project!.Aim!.Position).ThenBy(m => m.Project!.Position).ThenBy(m => m.Position).ThenBy(m => m.Id)
            .Select(m => new { Measure = m, m.Project!.Number }).ToListAsync(cancellationToken);
        var ids = measures.Select(m => m.Measure.Id).ToList();
        var points = ids.Count == 0 ? [] : await database.DataPoints.AsNoTracking().Where(p => ids.Contains(p.MeasureId)).ToListAsync(cancellationToken);
        var byMeasure = points.ToLookup(p => p.MeasureId);
        return [.. measures.Select(m => new PeriodSource(m.Measure, m.Number, [.. byMeasure[m.Measure.Id]]))];
    }
}
