using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>Opens what a plan's calendar asks for now. Works within one partnership and one transaction.</summary>
internal sealed class CalendarPeriodOpener(
    PortalDbContext database, UpdateReminders reminders, MailAvailability mail, TenantScope scope, TimeProvider time)
{
    /// <summary>Plans whose calendar may open a period at this hour; none in a demonstration, or outside the hours of the job.</summary>
    public async Task<IReadOnlyList<Guid>> PlansAsync(CancellationToken cancellationToken) => await TodayAsync(cancellationToken) is null
        ? []
        : await database.ReportingCalendars.AsNoTracking().Where(c => c.IsOn && c.Plan!.State != PlanState.Closed).OrderBy(c => c.Id)
            .Select(c => c.PlanId).ToListAsync(cancellationToken);

    /// <summary>Opens the plan's latest period if it is due, and asks its people. The caller's transaction keeps both or neither.</summary>
    public async Task<bool> OpenAsync(Guid planId, CancellationToken cancellationToken)
    {
        if (await TodayAsync(cancellationToken) is not { } today
            || await CalendarLock.TakeAsync(database, planId, cancellationToken) is not { } calendar)
        {
            return false;
        }

        var plan = await database.Plans.SingleAsync(p => p.Id == planId, cancellationToken);
        if (plan.State == PlanState.Closed)
        {
            return false;
        }

        // Read after the lock: what another node or a partnership lead has just opened is there.
        var existing = await database.ReportingPeriods.AsNoTracking().Where(p => p.PlanId == planId && p.Kind == PeriodKind.Quarter)
            .Select(p => new PeriodDays(p.Title, p.From, p.To)).ToListAsync(cancellationToken);
        if (CalendarOpening.At(calendar, existing, today) is not { State: CalendarOpeningState.Due, Period: { } planned })
        {
            return false;
        }

        var period = Of(planId, planned, CalendarOpening.TitleFor(planned, existing));
        database.Add(period);
        if (plan.State == PlanState.Agreed)
        {
            plan.Become(PlanState.Active, today);
        }

        await database.SaveChangesAsync(cancellationToken);
        if (mail.CanSend && calendar.Reminders.Contains(ReminderReason.Opened))
        {
            var owed = await reminders.OwedAsync(period.Id, planId, today, cancellationToken);
            await reminders.WriteAsync(owed, period, (ReminderReason.Opened, period.OpensOn), by: null, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }

        return true;
    }

    private static ReportingPeriod Of(Guid planId, PlannedPeriod planned, string title) => new()
    {
        PlanId = planId,
        Title = title,
        From = planned.From,
        To = planned.To,
        OpensOn = planned.OpensOn,
        DueOn = planned.DueOn,
        MeetingOn = planned.MeetingOn,
        IsFromCalendar = true,
    };

    private async Task<DateOnly?> TodayAsync(CancellationToken cancellationToken)
    {
        var partnership = await database.Partnerships.AsNoTracking().FirstAsync(p => p.Id == scope.TenantId, cancellationToken);
        var local = DateFormat.Local(time.GetUtcNow(), partnership.TimeZone);
        return partnership is { State: PartnershipState.Active, AsAt: null } && JobHours.Includes(local)
            ? DateOnly.FromDateTime(local.DateTime)
            : null;
    }
}
