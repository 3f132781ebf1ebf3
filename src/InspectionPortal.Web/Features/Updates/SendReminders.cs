using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>The partnership lead asks everyone who owes updates in an open period, each at most once a day.</summary>
[Requires(Permission.AcceptUpdates)]
public sealed record SendReminders(Guid PeriodId) : ICommand<RemindersSent>;

internal sealed class SendRemindersHandler(
    PortalDbContext database, UpdateReminders reminders, MailAvailability mail, CurrentSession current, TimeProvider time)
    : IRequestHandler<SendReminders, Result<RemindersSent>>
{
    public async Task<Result<RemindersSent>> Handle(SendReminders command, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.FirstOrDefaultAsync(p => p.Id == command.PeriodId, cancellationToken);
        if (period is null)
        {
            return new Missing();
        }

        if (period.State != PeriodState.Open)
        {
            return Failure.Field(string.Empty, $"{period.Title} is closed for updates, so no reminders were sent.");
        }

        if (!mail.CanSend)
        {
            return Failure.Field(
                string.Empty, "The portal cannot send e-mail here, so no reminders were sent. Contact the people who run the portal.");
        }

        var today = DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone);
        var owed = await reminders.OwedAsync(period.Id, period.PlanId, today, cancellationToken);
        var now = owed.Where(p => p.AskedByLeadOn != today).ToList();
        var me = await database.Users.FirstAsync(u => u.Id == current.RequiredPerson.UserId, cancellationToken);
        await reminders.WriteAsync(now, period, (ReminderReason.ByLead, today), me, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return new RemindersSent(period.Id, [.. now.Select(p => p.Name)], owed.Count - now.Count);
    }
}
