using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Who has answered, and what to challenge. Without a period: the one that is due first and not yet submitted.</summary>
[Requires(Permission.AcceptUpdates)]
public sealed record ListUpdates(Guid? PeriodId, UpdateStanding? Show) : IQuery<UpdatesPage>;

internal sealed class ListUpdatesHandler(
    PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time, UpdateReminders reminders)
    : IRequestHandler<ListUpdates, UpdatesPage?>
{
    private const string NobodyLeads = "No lead";

    private SessionPartnership Partnership => current.RequiredTenant.Partnership;

    /// <summary>The real day here: who has a responsibility, and who was asked today, do not follow the as-at date.</summary>
    private DateOnly Today => DateFormat.LocalDay(time.GetUtcNow(), Partnership.TimeZone);

    public async Task<UpdatesPage?> Handle(ListUpdates query, CancellationToken cancellationToken)
    {
        var periods = await UpdateCards.Periods(database.ReportingPeriods).ToListAsync(cancellationToken);
        var period = query.PeriodId is { } id
            ? periods.Find(p => p.Id == id)
            : periods.Find(p => p.State is PeriodState.Open or PeriodState.WithLead) ?? periods.LastOrDefault();
        if (period is null)
        {
            return query.PeriodId is null
                ? new UpdatesPage(null, [], [], [], new Dictionary<UpdateStanding, int>(), 0, null, false, await database.Plans.AnyAsync(cancellationToken))
                : null;
        }

        var projects = await ProjectsAsync(period, cancellationToken);
        var updates = await UpdatesAsync(period.Id, cancellationToken);
        var typed = await TypedAsync(period.Id, cancellationToken);
        var holders = await HoldersAsync(cancellationToken);
        var signals = await SignalSet.ReadAsync(database, database.Measures.Where(m => m.PlanId == period.PlanId), clock.Today, cancellationToken);
        var answers = await AnswersAsync(cancellationToken);
        var late = await LateSteps.ReadAsync(
            database.SubActions.Where(s => s.Project!.PlanId == period.PlanId), clock.Today, cancellationToken);
        var isPast = clock.Today > period.DueOn;
        var lines = projects.ConvertAll(p =>
        {
            var line = Line(p, updates.GetValueOrDefault(p.Id), signals.OfProject(p.Id), late.Of(p.Id), isPast, typed.Contains(p.Id));
            return (Project: p, Line: line with { Answered = answers.GetValueOrDefault(p.Id) });
        });
        var groups = lines.Where(l => query.Show is null || l.Line.Standing == query.Show)
            .GroupBy(l => (l.Project.ResponsibilityId, l.Project.Responsibility))
            .Select(g => new UpdateGroup(
                g.Key.Responsibility ?? NobodyLeads,
                g.Key.ResponsibilityId is { } held ? [.. holders[held]] : [], [.. g.Select(l => l.Line)], g.Key.ResponsibilityId is null));
        return new UpdatesPage(
            period, periods, [.. groups], [.. lines.Select(l => l.Line).Where(l => l.Disagrees)],
            lines.CountBy(l => l.Line.Standing).ToDictionary(), lines.Count, query.Show, isPast, HasPlan: true)
        {
            Today = Today,
            Owed = period.State == PeriodState.Open ? await reminders.OwedAsync(period.Id, period.PlanId, Today, cancellationToken) : [],
        };
    }

    /// <summary>Projects for which somebody has typed an update and not saved it.</summary>
    private Task<List<Guid>> TypedAsync(Guid periodId, CancellationToken cancellationToken) =>
        database.AutosavedUpdates.AsNoTracking().Where(a => a.PeriodId == periodId)
            .Select(a => a.ProjectId).Distinct().ToListAsync(cancellationToken);

    /// <summary>Each project once, under the responsibility that the plan names first.</summary>
    private Task<List<ProjectRow>> ProjectsAsync(CardPeriod period, CancellationToken cancellationToken) =>
        database.Projects.AsNoTracking().Where(p => p.Aim!.PlanId == period.PlanId).AskedIn(period.Id)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new ProjectRow(
                p.Id, p.Number, p.Title, p.Deadline, p.Status,
                p.Leads.OrderBy(l => l.Kind == LeadKind.Lead ? 0 : 1).ThenBy(l => l.Position).ThenBy(l => l.Id).Select(l => (Guid?)l.LeadResponsibilityId).FirstOrDefault(),
                p.Leads.OrderBy(l => l.Kind == LeadKind.Lead ? 0 : 1).ThenBy(l => l.Position).ThenBy(l => l.Id).Select(l => l.LeadResponsibility!.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);

    private async Task<Dictionary<Guid, UpdateRow>> UpdatesAsync(Guid periodId, CancellationToken cancellationToken) =>
        await database.ProgressUpdates.AsNoTracking().Where(u => u.PeriodId == periodId)
            .Select(u => new UpdateRow(
                u.Id, u.ProjectId, u.State, u.Status, u.RagProposed, u.RagAccepted, u.SubmittedAt, u.SubmittedByUserId, u.ReviewedAt,
                    u.ReviewedByUserId, u.SavedAt, u.Version,
                database.Users.Where(x => x.Id == u.SubmittedByUserId).Select(x => x.DisplayName).FirstOrDefault()))
            .ToDictionaryAsync(u => u.ProjectId, cancellationToken);

    private async Task<ILookup<Guid, string>> HoldersAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ResponsibilityHolders.AsNoTracking()
            .Where(ResponsibilityHolder.HoldsOn(Today)).Where(h => !h.User!.IsDisabled)
            .OrderBy(h => h.User!.DisplayName)
            .Select(h => new { h.LeadResponsibilityId, h.User!.DisplayName })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(h => h.LeadResponsibilityId, h => h.DisplayName);
    }

    /// <summary>The newest answer to each project's disagreement.</summary>
    private async Task<Dictionary<Guid, SignalReply>> AnswersAsync(CancellationToken cancellationToken)
    {
        var rows = await database.SignalAnswers.AsNoTracking().Where(a => a.ProjectId != null)
            .Select(a => new { ProjectId = a.ProjectId!.Value, Reply = new SignalReply(a.MeasureId, a.Kind, a.About, a.Text, a.At) }).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.ProjectId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Reply.At)!.Reply);
    }

    private static UpdateStanding Standing(UpdateState? state, bool isPast, bool isTyped) => state switch
    {
        UpdateState.Submitted => UpdateStanding.WaitingForReview,
        UpdateState.Accepted => UpdateStanding.Accepted,
        UpdateState.SentBack => UpdateStanding.SentBack,
        _ when isPast => UpdateStanding.Late,
        UpdateState.Draft => UpdateStanding.Started,
        null when isTyped => UpdateStanding.Started,
        _ => UpdateStanding.NotStarted,
    };

    private UpdateLine Line(
        ProjectRow project, UpdateRow? update, IReadOnlyList<MeasureSignal> signals, int lateSteps, bool isPast, bool isTyped)
    {
        var standing = Standing(update?.State, isPast, isTyped);
        var isAnswered = standing is UpdateStanding.WaitingForReview or UpdateStanding.Accepted;
        var rag = update?.State == UpdateState.Accepted ? update.RagAccepted : update?.RagProposed;
        var status = update is not null && isAnswered ? update.Status : project.Status;
        var daysLate = DateReading.DaysLate(project.Deadline, status, clock.Today);
        var reading = ProjectReading.Of(
            new ProjectDates(project.Deadline, Deadline.None, status, isAnswered ? rag : null)
            {
                LateSteps = lateSteps,
                StepWord = Partnership.Vocabulary.SubActionWord,
            },
            signals, Partnership.RagKey, clock.Today);
        var at = update?.State switch
        {
            null => null,
            UpdateState.Submitted => update.SubmittedAt,
            UpdateState.Draft => update.SavedAt,
            _ => update.ReviewedAt,
        };
        return new UpdateLine(
            project.Id, project.Number, project.Title, update?.Id, standing, at is { } when ? DateFormat.Full(when, Partnership.TimeZone) : null,
            isAnswered ? update!.SubmittedBy : null,
            isAnswered ? Rating.Find(Partnership.RagKey, rag) : null,
            update?.State == UpdateState.Accepted && update.RagAccepted != update.RagProposed ? Rating.Find(Partnership.RagKey, update.RagProposed) : null,
            daysLate, reading.Against,
            update?.State == UpdateState.Accepted && update.ReviewedByUserId == update.SubmittedByUserId)
        {
            Version = update?.Version,
            Signals = [.. reading.Signals.Select(s => s.Kind).Distinct()],
        };
    }

    private sealed record ProjectRow(
        Guid Id, string Number, string Title, Deadline Deadline, ProjectStatus Status, Guid? ResponsibilityId, string? Responsibility);

    private sealed record UpdateRow(
        Guid Id, Guid ProjectId, UpdateState State, ProjectStatus Status, string? RagProposed, string? RagAccepted, DateTimeOffset? SubmittedAt,
        Guid? SubmittedByUserId, DateTimeOffset? ReviewedAt, Guid? ReviewedByUserId, DateTimeOffset SavedAt, uint Version,
        string? SubmittedBy);
}
