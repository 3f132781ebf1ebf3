using System.Globalization;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>The reporting calendar of a plan as it is, or as it would most likely be where there is none.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record GetCalendarForm(Guid PlanId) : IQuery<CalendarFields>;

internal sealed class GetCalendarFormHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetCalendarForm, CalendarFields?>
{
    private const int DaysToAnswer = 28;
    private const int MonthsInQuarter = 3;

    public async Task<CalendarFields?> Handle(GetCalendarForm query, CancellationToken cancellationToken)
    {
        var plan = await database.Plans.AsNoTracking().Where(p => p.Id == query.PlanId)
            .Select(p => new { p.Title, IsOnly = !database.Plans.Any(o => o.Id != p.Id) }).FirstOrDefaultAsync(cancellationToken);
        if (plan is null)
        {
            return null;
        }

        var stored = await database.ReportingCalendars.AsNoTracking().FirstOrDefaultAsync(c => c.PlanId == query.PlanId, cancellationToken);
        var existing = await database.ReportingPeriods.AsNoTracking().Where(p => p.PlanId == query.PlanId && p.Kind == PeriodKind.Quarter)
            .OrderBy(p => p.To)
            .Select(p => new PeriodDays(p.Title, p.From, p.To)).ToListAsync(cancellationToken);
        var partnership = current.RequiredTenant.Partnership;
        var page = new CalendarFormPage
        {
            Title = "Reporting calendar",
            Caption = plan.IsOnly ? null : plan.Title,
            Place = "updates",
            Back = "~/periods",
            Crumbs = [new Crumb("Periods", "~/periods")],
            Today = clock.Today,
            Existing = existing,
            IsSet = stored is not null,
            IsDemonstration = partnership.AsAt is not null,
        };
        return Fill(stored ?? await SuggestAsync(query.PlanId, existing, cancellationToken), page);
    }

    private async Task<ReportingCalendar> SuggestAsync(Guid planId, List<PeriodDays> existing, CancellationToken cancellationToken)
    {
        var inspectedBy = await database.InspectionBodies.AsNoTracking().Select(b => b.Name).Distinct().ToListAsync(cancellationToken);
        var today = clock.Today;
        return new ReportingCalendar
        {
            PlanId = planId,
            StartsOn = existing.Count > 0
                ? existing[^1].To.AddDays(1)
                : new DateOnly(today.Year, ((today.Month - 1) / MonthsInQuarter * MonthsInQuarter) + 1, 1),
            DueAfterDays = DaysToAnswer,
            Region = BankHolidayRegions.Suggest(current.RequiredTenant.Partnership.TimeZone, inspectedBy),
        };
    }

    private static EditCalendar Fill(ReportingCalendar calendar, CalendarFormPage page) => new()
    {
        Page = page,
        PlanId = calendar.PlanId,
        Version = calendar.Version,
        IsOn = calendar.IsOn,
        Kind = calendar.Kind,
        StartsOn = TypedInput.Show(calendar.StartsOn),
        MeetingDates = calendar.MeetingDates.Count == 0 ? null : string.Join('\n', calendar.MeetingDates.Select(DateFormat.Full)),
        OpensDays = Show(Math.Abs(calendar.OpensAfterDays)),
        OpensWhen = calendar.OpensAfterDays < 0 ? OpensWhen.Before : OpensWhen.After,
        DueDays = Show(calendar.DueAfterDays),
        DueCount = calendar.DueInWorkingDays ? DueCount.WorkingDays : DueCount.AllDays,
        MeetingDays = calendar.MeetingAfterDays is { } days ? Show(days) : null,
        Region = calendar.Region,
        Reminders = calendar.Reminders,
    };

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
