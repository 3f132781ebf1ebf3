using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Notifications;

/// <summary>
/// Every few minutes: writes one e-mail to each person with all that waits for them and is due. The rows are marked in the same
/// transaction, and a row that another node marked meanwhile undoes the whole of it, so nothing is sent twice.
/// </summary>
[JobIs("Send notifications", JobReach.EachPartnership)]
public sealed class SendNotificationsJob(JobTools tools) : EachPartnershipJob(tools)
{
    private readonly TimeProvider _time = tools.Time;

    protected override Task WorkAsync(int tenantId, CancellationToken cancellationToken) => Scopes.RunAsync(
        tenantId, acting: null, Name,
        services => services.GetRequiredService<UnitOfWork>().RunAsync(token => SendAsync(services, tenantId, token), cancellationToken));

    private async Task<int> SendAsync(IServiceProvider services, int tenantId, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var partnership = await database.Partnerships.AsNoTracking().FirstAsync(p => p.Id == tenantId, cancellationToken);
        if (partnership.State != PartnershipState.Active || !services.GetRequiredService<MailAvailability>().CanSend)
        {
            return 0;
        }

        var waiting = await database.Notifications.Include(n => n.User).Where(n => n.SentAt == null).OrderBy(n => n.At)
            .ToListAsync(cancellationToken);
        var people = waiting.Select(n => n.UserId).Distinct().ToList();
        var members = await database.Memberships.Where(m => people.Contains(m.UserId)).Select(m => m.UserId).Distinct()
            .ToListAsync(cancellationToken);
        var wanted = await database.NotificationPreferences.Where(p => people.Contains(p.UserId))
            .ToDictionaryAsync(p => p.UserId, p => p.Frequency, cancellationToken);
        var now = _time.GetUtcNow();
        foreach (var own in waiting.GroupBy(n => n.UserId))
        {
            var frequency = wanted.GetValueOrDefault(own.Key);
            var due = own.Where(n => n.IsDue(
                frequency, DateFormat.LocalDay(n.At, partnership.TimeZone), DateFormat.Local(now, partnership.TimeZone))).ToList();
            due.ForEach(n => n.SentAt = now);
            var isWritten = due.Count > 0 && frequency != NotificationFrequency.Never && partnership.AsAt is null
                && members.Contains(own.Key)
                && own.First().User is { IsDisabled: false, EmailConfirmed: true };
            if (isWritten)
            {
                Write(services, partnership, due);
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        return waiting.Count(n => n.SentAt is not null);
    }

    private static void Write(IServiceProvider services, Partnership partnership, List<Notification> due)
    {
        var (address, links) = (services.GetRequiredService<PublicAddress>(), services.GetRequiredService<UnsubscribeLinks>());
        if (due[0].User is not { Email: { } email } person)
        {
            return;
        }

        var subject = due is [var only] ? EmailCatalogue.Of(only.Kind).Subject : $"{due.Count} things for you";
        var content = new MailContent($"{partnership.Name}: {subject}");
        foreach (var told in due)
        {
            content.Paragraph(told.Text).Action(EmailCatalogue.Of(told.Kind).Action, address.For($"/{partnership.Slug}{told.Path}"));
        }

        var unsubscribe = links.For(person.Id);
        content.Paragraph($"You get this e-mail because you work in the plan of {partnership.Name}. "
                + "You can choose how often you get one, or stop them:")
            .Item(address.For("/account/notifications")).Item(unsubscribe);
        var mail = services.GetRequiredService<Outbox>().Add(EmailCatalogue.NotificationMail, email, person.DisplayName, content);
        mail.UnsubscribeAddress = unsubscribe;
    }
}
