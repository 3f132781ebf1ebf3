using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>
/// One member's dates in one partnership: deadlines of unfinished work that they lead or own, and due dates and meetings of periods of the
/// last year and of those to come.
/// </summary>
internal sealed class CalendarEntries(PortalDbContext database, TenantScope scope, PublicAddress address, TimeProvider time)
{
    private const int TitleLength = 80;

    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        var place = await database.Partnerships.AsNoTracking().Where(p => p.Id == scope.TenantId)
            .Select(p => new { p.Name, p.Slug, p.TimeZone, IsMember = database.Memberships.Any(m => m.UserId == userId) })
            .FirstOrDefaultAsync(cancellationToken);
        if (place is not { IsMember: true })
        {
            return [];
        }

        var today = DateFormat.LocalDay(time.GetUtcNow(), place.TimeZone);
        List<Dated> dated =
        [
            .. await ProjectsAsync(userId, today, cancellationToken), .. await StepsAsync(userId, today, cancellationToken),
            .. await MilestonesAsync(userId, today, cancellationToken), .. await PeriodsAsync(today.AddYears(-1), cancellationToken),
        ];
        return
        [
            .. dated.Select(d => new CalendarEntry(
                $"{d.Key}@inspection-portal", d.On, d.Text, place.Name, address.For($"/{place.Slug}/{d.Path}"))),
        ];
    }

    private async Task<IEnumerable<Dated>> ProjectsAsync(Guid userId, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await LedBy(userId, today)
            .Select(p => new { p.Id, p.Number, p.Title, p.Deadline, p.Status }).ToListAsync(cancellationToken);
        return rows.Where(p => !p.Status.IsFinished())
            .SelectMany(p => Days($"project-{p.Id}", p.Deadline, $"{p.Number} {Short(p.Title)}", $"projects/{p.Id}"));
    }

    private async Task<IEnumerable<Dated>> StepsAsync(Guid userId, DateOnly today, CancellationToken cancellationToken)
    {
        var held = database.HeldBy(userId, today);
        var rows = await database.SubActions.AsNoTracking().Where(s => s.Owners.Any(o => held.Contains(o.LeadResponsibilityId)))
            .Select(s => new { s.Id, s.ProjectId, s.Project!.Number, s.Text, s.Deadline, s.Status, Project = s.Project.Status })
            .ToListAsync(cancellationToken);
        return rows.Where(s => !s.Status.IsFinished() && !s.Project.IsFinished())
            .SelectMany(s => Days($"sub-action-{s.Id}", s.Deadline, $"{s.Number}, {Short(s.Text)}", $"projects/{s.ProjectId}#steps"));
    }

    /// <summary>Milestones that are not reached, of their projects or with a responsibility of theirs.</summary>
    private async Task<IEnumerable<Dated>> MilestonesAsync(Guid userId, DateOnly today, CancellationToken cancellationToken)
    {
        var held = database.HeldBy(userId, today);
        var led = LedBy(userId, today).Select(p => p.Id);
        var rows = await database.Measures.AsNoTracking().Where(m => m.DoneOn == null && m.DoneText == null && !m.IsIllustrative)
            .Where(m => (m.LeadResponsibilityId != null && held.Contains(m.LeadResponsibilityId.Value))
                || (m.ProjectId != null && led.Contains(m.ProjectId.Value)))
            .Select(m => new
            {
                m.Id,
                m.Title,
                m.Deadline,
                Number = m.Project == null ? null : m.Project.Number,
                Project = m.Project == null ? null : (ProjectStatus?)m.Project.Status,
            })
            .ToListAsync(cancellationToken);
        return rows.Where(m => m.Project?.IsFinished() != true).SelectMany(m => Days(
            $"milestone-{m.Id}", m.Deadline, m.Number is null ? Short(m.Title) : $"{m.Number}, {Short(m.Title)}", $"measures/{m.Id}"));
    }

    private async Task<IEnumerable<Dated>> PeriodsAsync(DateOnly since, CancellationToken cancellationToken)
    {
        var rows = await database.ReportingPeriods.AsNoTracking()
            .Where(p => p.Kind == PeriodKind.Quarter && (p.DueOn >= since || p.MeetingOn >= since))
            .Select(p => new { p.Id, p.Title, p.DueOn, p.MeetingOn }).ToListAsync(cancellationToken);
        return rows.Select(p => new Dated($"due-{p.Id}", p.DueOn, $"Updates due: {p.Title}", "periods"))
            .Concat(rows.Where(p => p.MeetingOn is not null)
                .Select(p => new Dated($"meeting-{p.Id}", p.MeetingOn.GetValueOrDefault(), $"Chief officers meet: {p.Title}", "reports")));
    }

    private IQueryable<ImprovementProject> LedBy(Guid userId, DateOnly today)
    {
        var held = database.HeldBy(userId, today);
        return database.Projects.AsNoTracking()
            .Where(p => p.NoActionNeededReason == null && p.Leads.Any(l => held.Contains(l.LeadResponsibilityId)));
    }

    private static string Short(string title) => EnglishText.Cut(title, TitleLength);

    /// <summary>One for each date of the deadline; the first keeps its key when others come or go.</summary>
    private static IEnumerable<Dated> Days(string key, Deadline deadline, string text, string path) =>
        deadline.DueDates().Select((day, index) => new Dated(index == 0 ? key : $"{key}-{index + 1}", day, $"Deadline: {text}", path));

    private sealed record Dated(string Key, DateOnly On, string Text, string Path);
}
