using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>The form for the next quarter, filled in as it will most likely be.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record GetNextPeriod : IQuery<NextPeriod>;

internal sealed class GetNextPeriodHandler(PortalDbContext database, PlanClock clock) : IRequestHandler<GetNextPeriod, NextPeriod?>
{
    private const int DaysToAnswer = 30;

    public async Task<NextPeriod?> Handle(GetNextPeriod query, CancellationToken cancellationToken)
    {
        var plans = await database.Plans.AsNoTracking().Where(p => p.State != PlanState.Closed).OrderBy(p => p.Title)
            .Select(p => new SelectListItem(p.Title, p.Id.ToString())).ToListAsync(cancellationToken);
        return await FromCalendarAsync(plans, cancellationToken) ?? await AfterTheLastAsync(plans, cancellationToken);
    }

    /// <summary>The first period of the calendar after all that there are; null without a calendar or with several plans.</summary>
    private async Task<NextPeriod?> FromCalendarAsync(List<SelectListItem> plans, CancellationToken cancellationToken)
    {
        var calendar = plans.Count == 1
            ? await database.ReportingCalendars.AsNoTracking().FirstOrDefaultAsync(c => c.IsOn, cancellationToken)
            : null;
        if (calendar is null)
        {
            return null;
        }

        var last = await database.ReportingPeriods.AsNoTracking().Where(p => p.PlanId == calendar.PlanId && p.Kind == PeriodKind.Quarter)
            .MaxAsync(p => (DateOnly?)p.To, cancellationToken);
        var planner = new ReportingCalendarPlanner(calendar);
        var next = last is { } to
            ? planner.From(to.AddDays(1)).FirstOrDefault(p => p.From > to)
            : planner.Latest(clock.Today) ?? planner.Next(clock.Today);
        return next is null ? null : new NextPeriod(plans, Form(plans, next)) { IsFromCalendar = true };
    }

    private async Task<NextPeriod> AfterTheLastAsync(List<SelectListItem> plans, CancellationToken cancellationToken)
    {
        var last = await database.ReportingPeriods.AsNoTracking().Where(p => p.Kind == PeriodKind.Quarter).OrderByDescending(p => p.To)
            .Select(p => (DateOnly?)p.To).FirstOrDefaultAsync(cancellationToken);
        var today = clock.Today;
        var from = last?.AddDays(1) ?? new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var to = from.AddMonths(3).AddDays(-1);
        return new NextPeriod(plans, Form(plans, new PlannedPeriod(
            DateFormat.Months(from, to), from, to, to.AddDays(1), to.AddDays(DaysToAnswer), MeetingOn: null)));
    }

    private static OpenPeriod Form(List<SelectListItem> plans, PlannedPeriod period) => new()
    {
        Id = Guid.CreateVersion7(),
        PlanId = plans.Count == 1 ? Guid.Parse(plans[0].Value) : null,
        Title = period.Title,
        From = DateFormat.Full(period.From),
        To = DateFormat.Full(period.To),
        OpensOn = DateFormat.Full(period.OpensOn),
        DueOn = DateFormat.Full(period.DueOn),
        MeetingOn = TypedInput.Show(period.MeetingOn),
    };
}
