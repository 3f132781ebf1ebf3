using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Updates.Calendars;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Every quarter with where it is, the latest first.</summary>
[Requires(Permission.ReadPlan)]
public sealed record ListPeriods : IQuery<PeriodsPage>;

internal sealed class ListPeriodsHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<ListPeriods, PeriodsPage?>
{
    public async Task<PeriodsPage?> Handle(ListPeriods query, CancellationToken cancellationToken)
    {
        var periods = await database.ReportingPeriods.AsNoTracking().Where(p => p.Kind == PeriodKind.Quarter)
            .OrderByDescending(p => p.From).ThenByDescending(p => p.DueOn).ThenBy(p => p.Id)
            .Select(p => new PeriodLine(
                p.Id, p.Title, p.Plan!.Title, p.DueOn, p.MeetingOn, p.State,
                database.ProgressUpdates.Count(u => u.PeriodId == p.Id && (u.State == UpdateState.Submitted || u.State == UpdateState.Accepted)),
                database.Projects.Count(x => x.Aim!.PlanId == p.PlanId && x.NoActionNeededReason == null && (x.Status != ProjectStatus.Stopped
                    || x.Updates.Any(u => u.PeriodId == p.Id && (u.State == UpdateState.Submitted || u.State == UpdateState.Accepted)))),
                new PeriodDays(p.Title, p.From, p.To), p.PlanId))
            .ToListAsync(cancellationToken);
        return new PeriodsPage(
            periods, await CalendarsAsync(periods, cancellationToken), MessageAccess.Judge(typeof(OpenPeriod), current) == Verdict.Allowed);
    }

    /// <summary>A line for each plan, whether it has a calendar or not.</summary>
    private async Task<List<PlanCalendarLine>> CalendarsAsync(List<PeriodLine> periods, CancellationToken cancellationToken)
    {
        var plans = await database.Plans.AsNoTracking().OrderBy(p => p.Title)
            .Select(p => new { p.Id, p.Title, Calendar = database.ReportingCalendars.FirstOrDefault(c => c.PlanId == p.Id) })
            .ToListAsync(cancellationToken);
        var isDemonstration = current.RequiredTenant.Partnership.AsAt is not null;
        return plans.ConvertAll(p => new PlanCalendarLine(
            p.Id, p.Title, p.Calendar is null ? null : CalendarLabels.Of(p.Calendar.Kind),
            CalendarLines.Of(p.Calendar, [.. periods.Where(x => x.PlanId == p.Id).Select(x => x.Days)], clock.Today, isDemonstration)));
    }
}
