using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>
/// Every hour of the working day: asks for missing updates, and tells the partnership leads what is still missing, as
/// <see cref="ReminderSchedule"/> and the plan's calendar say. What was sent is a row under a unique index, so a second node, a crash
/// or a second run sends nothing twice. Demonstrations write to no one.
/// </summary>
[JobIs("Send reminders of updates", JobReach.EachPartnership)]
public sealed class SendUpdateRemindersJob(JobTools tools) : EachPartnershipJob(tools)
{
    private readonly TimeProvider _time = tools.Time;

    protected override Task WorkAsync(int tenantId, CancellationToken cancellationToken) => Scopes.RunAsync(
        tenantId, acting: null, Name,
        services => services.GetRequiredService<UnitOfWork>().RunAsync(
            token => SendAsync(
                services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<UpdateReminders>(),
                services.GetRequiredService<MailAvailability>(), tenantId, token),
            cancellationToken));

    private async Task<int> SendAsync(
        PortalDbContext database, UpdateReminders reminders, MailAvailability mail, int tenantId, CancellationToken cancellationToken)
    {
        var partnership = await database.Partnerships.AsNoTracking().FirstAsync(p => p.Id == tenantId, cancellationToken);
        var local = DateFormat.Local(_time.GetUtcNow(), partnership.TimeZone);
        if (partnership is not { State: PartnershipState.Active, AsAt: null } || !mail.CanSend || !JobHours.Includes(local))
        {
            return 0;
        }

        var (today, sent) = (DateOnly.FromDateTime(local.DateTime), 0);
        var open = await database.ReportingPeriods.AsNoTracking().Where(p => p.State == PeriodState.Open).ToListAsync(cancellationToken);
        var chosen = await database.ReportingCalendars.AsNoTracking().ToDictionaryAsync(c => c.PlanId, c => c.Reminders, cancellationToken);
        foreach (var period in open)
        {
            var reasons = chosen.GetValueOrDefault(period.PlanId);
            if (ReminderSchedule.LeadsAt(period.DueOn, today, reasons) is { } day)
            {
                sent += await reminders.WriteToLeadsAsync(period, day, cancellationToken);
            }

            if (ReminderSchedule.At(period.OpensOn, period.DueOn, today, reasons) is not { } moment)
            {
                continue;
            }

            var asked = await database.UpdateReminders
                .Where(r => r.PeriodId == period.Id && r.Reason == moment.Reason && r.Day == moment.Day)
                .Select(r => r.UserId).ToListAsync(cancellationToken);
            var owed = await reminders.OwedAsync(period.Id, period.PlanId, today, cancellationToken);
            var people = owed.Where(p => !asked.Contains(p.UserId)).ToList();
            await reminders.WriteAsync(people, period, moment, by: null, cancellationToken);
            sent += people.Count;
        }

        await database.SaveChangesAsync(cancellationToken);
        return sent;
    }
}
