using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Mail;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Who owes updates in a period, and the e-mails that ask for them. Works within one partnership and one transaction.</summary>
internal sealed class UpdateReminders(PortalDbContext database, Outbox outbox, TenantScope scope, PublicAddress address, TimeProvider time)
{
    private const string MailKind = "update-reminder";

    /// <summary>
    /// Those who have a responsibility for an item without a submitted update, are members, and can be written to; by name.
    /// </summary>
    /// <param name="periodId">The period.</param>
    /// <param name="planId">Its plan.</param>
    /// <param name="today">The real day in the partnership's zone.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<OwedUpdates>> OwedAsync(Guid periodId, Guid planId, DateOnly today, CancellationToken cancellationToken)
    {
        var missing = Missing(periodId, planId);
        var rows = await database.ResponsibilityHolders.AsNoTracking().Where(ResponsibilityHolder.HoldsOn(today))
            .Where(h => !h.User!.IsDisabled && h.User.EmailConfirmed && database.Memberships.Any(m => m.UserId == h.UserId))
            .SelectMany(
                h => missing.Where(p => p.Leads.Any(l => l.LeadResponsibilityId == h.LeadResponsibilityId)).Select(p => p.Id),
                (h, project) => new { h.UserId, h.User!.DisplayName, h.User.Email, Project = project })
            .ToListAsync(cancellationToken);
        var asked = (await database.UpdateReminders.AsNoTracking()
                .Where(r => r.PeriodId == periodId && r.Reason != ReminderReason.StillMissing)
                .Select(r => new { r.UserId, r.At, r.Reason, r.Day }).ToListAsync(cancellationToken))
            .ToLookup(r => r.UserId);
        return
        [
            .. rows.GroupBy(r => (r.UserId, r.DisplayName, r.Email))
                .Select(g => new OwedUpdates(
                    g.Key.UserId, g.Key.DisplayName, g.Key.Email!, g.Select(r => r.Project).Distinct().Count(),
                    asked[g.Key.UserId].Max(r => (DateTimeOffset?)r.At),
                    asked[g.Key.UserId].Where(r => r.Reason == ReminderReason.ByLead).Max(r => (DateOnly?)r.Day)))
                .OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.UserId),
        ];
    }

    /// <summary>Writes to them and keeps that it did. The caller saves.</summary>
    /// <param name="people">Those to write to.</param>
    /// <param name="period">The period.</param>
    /// <param name="reason">Why now, and the day that counts for.</param>
    /// <param name="by">The partnership lead who asks; null for the schedule.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WriteAsync(
        IEnumerable<OwedUpdates> people, ReportingPeriod period, (ReminderReason Reason, DateOnly Day) reason, PortalUser? by,
        CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(cancellationToken);
        var link = address.For($"/{place.Slug}/updates/mine");
        foreach (var person in people)
        {
            outbox.Add(MailKind, person.Email, person.Name, Content(person, period, reason.Reason, place.Name, by?.DisplayName, link));
            database.Add(new UpdateReminder
            {
                PeriodId = period.Id,
                UserId = person.UserId,
                Reason = reason.Reason,
                Day = reason.Day,
                At = time.GetUtcNow(),
                ByUserId = by?.Id,
                Items = person.Items,
            });
        }
    }

    /// <summary>
    /// Tells each partnership lead how many updates of the period are missing, once, and keeps that it did. Writes to no one where none
    /// is. The caller saves.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="day">The day of the schedule that it counts for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many leads were written to.</returns>
    public async Task<int> WriteToLeadsAsync(ReportingPeriod period, DateOnly day, CancellationToken cancellationToken)
    {
        var leads = await database.Memberships.AsNoTracking()
            .Where(m => m.Role == PartnershipRole.PartnershipLead && !m.User!.IsDisabled && m.User.EmailConfirmed)
            .Where(m => !database.UpdateReminders.Any(
                r => r.PeriodId == period.Id && r.UserId == m.UserId && r.Reason == ReminderReason.StillMissing))
            .Select(m => new { m.UserId, m.User!.DisplayName, Email = m.User.Email! }).ToListAsync(cancellationToken);
        var missing = leads.Count == 0 ? 0 : await Missing(period.Id, period.PlanId).CountAsync(cancellationToken);
        if (missing == 0)
        {
            return 0;
        }

        var place = await PlaceAsync(cancellationToken);
        var link = address.For($"/{place.Slug}/updates?period={period.Id}");
        foreach (var lead in leads)
        {
            outbox.Add(MailKind, lead.Email, lead.DisplayName, MissingContent(period, missing, place.Name, link));
            database.Add(new UpdateReminder
            {
                PeriodId = period.Id,
                UserId = lead.UserId,
                Reason = ReminderReason.StillMissing,
                Day = day,
                At = time.GetUtcNow(),
                Items = missing,
            });
        }

        return leads.Count;
    }

    /// <summary>Items that are asked about in the period and have no update that was submitted or accepted.</summary>
    private IQueryable<ImprovementProject> Missing(Guid periodId, Guid planId) =>
        database.Projects.Where(p => p.Aim!.PlanId == planId).AskedIn(periodId)
            .Where(p => !p.Updates.Any(
                u => u.PeriodId == periodId && (u.State == UpdateState.Submitted || u.State == UpdateState.Accepted)));

    private async Task<(string Name, string Slug)> PlaceAsync(CancellationToken cancellationToken)
    {
        var place = await database.Partnerships.Where(p => p.Id == scope.TenantId)
            .Select(p => new { p.Name, p.Slug }).FirstAsync(cancellationToken);
        return (place.Name, place.Slug);
    }

    private static MailContent MissingContent(ReportingPeriod period, int missing, string partnership, string link)
    {
        var updates = EnglishText.Count(missing, "update");
        var due = DateFormat.WithWeekday(period.DueOn);
        return new MailContent($"{partnership}: {updates} still missing")
            .Paragraph(
                $"{period.Title}: {updates} {(missing == 1 ? "is" : "are")} still missing. "
                + $"{(missing == 1 ? "It was" : "They were")} due on {due}.")
            .Action("View updates", link)
            .Paragraph($"You get this e-mail because you are a partnership lead of {partnership}.");
    }

    /// <summary>No title or text of the plan goes in: an e-mail may be read by others.</summary>
    private static MailContent Content(
        OwedUpdates person, ReportingPeriod period, ReminderReason reason, string partnership, string? by, string link)
    {
        var (one, due) = (person.Items == 1, DateFormat.WithWeekday(period.DueOn));
        var updates = one ? "1 update" : $"{person.Items} updates";
        var subject = reason switch
        {
            ReminderReason.Opened => $"{partnership}: {updates} to write by {due}",
            ReminderReason.DueDay => $"{partnership}: {updates} due today",
            ReminderReason.Overdue => $"{partnership}: {updates} overdue",
            _ => $"{partnership}: reminder to write {updates}",
        };
        return new MailContent(subject)
            .Paragraph(by is null ? $"{period.Title}: you have {updates} to write." : $"{by} asks you for {updates} for {period.Title}.")
            .Paragraph($"{(one, reason == ReminderReason.Overdue) switch
            {
                (true, true) => "It was",
                (true, false) => "It is",
                (false, true) => "They were",
                _ => "They are",
            }} due on {due}.")
            .Action(one ? "Write your update" : "Write your updates", link)
            .Paragraph(
                $"You get this e-mail because you are assigned to work in the plan of {partnership}. "
                + "If that is not right, contact the partnership lead.");
    }
}
