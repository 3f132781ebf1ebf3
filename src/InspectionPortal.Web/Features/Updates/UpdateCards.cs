using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Reads cards with the same number of commands for one project as for five hundred.</summary>
internal sealed class UpdateCards(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
{
    private const int HistoryShown = 3;

    private SessionPartnership Partnership => current.RequiredTenant.Partnership;

    /// <summary>The cards of those projects in those periods of their plans, in the order of the plan.</summary>
    public async Task<IReadOnlyList<UpdateCard>> ReadAsync(
        IQueryable<ImprovementProject> which, IReadOnlyList<CardPeriod> periods, CancellationToken cancellationToken)
    {
        var projects = await ProjectsAsync(which, cancellationToken);
        var updates = await UpdatesAsync([.. projects.Select(p => p.Card.Id)], periods, cancellationToken);
        var entries = await EntriesAsync([.. projects.Select(p => p.Card.Id)], [.. updates.Select(u => u.Update.Id)], cancellationToken);
        var agencies = await database.Agencies.AsNoTracking().OrderBy(a => a.Name)
            .Select(a => new SelectListItem(a.Name, a.Id.ToString())).ToListAsync(cancellationToken);
        var stored = updates.ToLookup(u => (u.Update.ProjectId, u.Update.PeriodId));
        var kept = await KeptAsync([.. projects.Select(p => p.Card.Id)], periods, cancellationToken);
        var byProject = updates.Where(u => u.Update.State == UpdateState.Accepted).ToLookup(u => u.Update.ProjectId);
        return [.. from period in periods
            from project in projects
            where project.PlanId == period.PlanId
            let card = Card(project, period, stored[(project.Card.Id, period.Id)].FirstOrDefault(), byProject[project.Card.Id], entries,
                agencies)
            select kept.TryGetValue((project.Card.Id, period.Id), out var typed) ? AsTyped(card, typed) : card];
    }

    /// <summary>What this person typed and has not saved.</summary>
    private async Task<Dictionary<(Guid ProjectId, Guid PeriodId), AutosavedUpdate>> KeptAsync(
        List<Guid> projects, IReadOnlyList<CardPeriod> periods, CancellationToken cancellationToken)
    {
        var (me, ids) = (current.RequiredPerson.UserId, periods.Select(p => p.Id).ToList());
        return await database.AutosavedUpdates.AsNoTracking()
            .Where(a => a.UserId == me && ids.Contains(a.PeriodId) && projects.Contains(a.ProjectId))
            .ToDictionaryAsync(a => (a.ProjectId, a.PeriodId), cancellationToken);
    }

    /// <summary>The form as its writer left it, beside what is saved. What is accepted cannot change, so nothing typed belongs to
    /// it.</summary>
    private UpdateCard AsTyped(UpdateCard card, AutosavedUpdate kept) => card.Stored?.State == UpdateState.Accepted
        ? card
        : card.With(AutosavedContent.Read(kept), overNewest: true) with
        {
            Autosaved = new CardAutosave(
                kept.Version, DateFormat.Moment(kept.SavedAt, Partnership.TimeZone), kept.BaseVersion,
                    kept.BaseVersion != card.Form.Version),
        };

    /// <summary>The periods in the shape that cards need.</summary>
    public static IQueryable<CardPeriod> Periods(IQueryable<ReportingPeriod> periods) =>
        periods.AsNoTracking().Where(p => p.Kind == PeriodKind.Quarter).OrderBy(p => p.DueOn).ThenBy(p => p.Id)
            .Select(p => new CardPeriod(p.Id, p.PlanId, p.Title, p.From, p.To, p.OpensOn, p.DueOn, p.State)
            {
                Plan = p.Plan!.Title,
            });

    private async Task<List<ProjectRow>> ProjectsAsync(IQueryable<ImprovementProject> which, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var held = database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), Partnership.TimeZone));
        var rows = await which.AsNoTracking().Where(p => p.NoActionNeededReason == null)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new
            {
                Project = p,
                p.Aim!.PlanId,
                Agencies = p.Leads.Where(l => held.Contains(l.LeadResponsibilityId)).OrderBy(l => l.Position)
                    .Select(l => new { l.LeadResponsibility!.AgencyId }).ToList(),
                Measures = p.Measures.OrderBy(m => m.Position).Select(m => new
                {
                    m.Id,
                    m.Title,
                    m.Unit,
                    m.Frequency,
                    IsCounted = m.Kind != MeasureKind.Milestone && !m.IsIllustrative,
                    Targets = m.Targets.Select(t => new { t.Value, t.By }).ToList(),
                }).ToList(),
            })
            .AsSingleQuery().ToListAsync(cancellationToken);
        var last = await LastFiguresAsync([.. rows.SelectMany(r => r.Measures).Where(m => m.IsCounted).Select(m => m.Id)], today, cancellationToken);
        return [.. rows.Select(r => new ProjectRow(
            Head(r.Project, r.Agencies.Count > 0, r.Agencies.FirstOrDefault(a => a.AgencyId != null)?.AgencyId, today),
            r.PlanId, r.Project.Forecast, r.Project.StatusReason,
            [.. r.Measures.Select(m => new SelectListItem(EnglishText.Cut(m.Title, 90), m.Id.ToString()))],
            [.. r.Measures.Where(m => m.IsCounted).Select(m => new FigureChoice(
                m.Id, m.Title, m.Unit, last.GetValueOrDefault(m.Id), FigurePeriods.Of(m.Frequency))
            {
                Targets = [.. m.Targets.OrderBy(t => t.By.SortKey ?? DateOnly.MaxValue)
                    .Select(t => FigureFormat.Of(t.Value, m.Unit) + (t.By.Text.Length == 0 ? "" : $" by {t.By.Text}"))],
            })]))];
    }

    private static CardProject Head(ImprovementProject project, bool isHeld, Guid? agency, DateOnly today) => new(
        project.Id, project.Number, project.Title, project.Deadline, project.Status, project.Rag,
        DateReading.DaysLate(project.Deadline, project.Status, today), isHeld, agency)
    {
        Forecast = project.Forecast,
        Difference = project.Difference,
        Success = project.Success,
    };

    /// <summary>The newest figure of each measure, as words.</summary>
    private async Task<Dictionary<Guid, string>> LastFiguresAsync(List<Guid> measures, DateOnly today, CancellationToken cancellationToken)
    {
        // "Not less than" has each looked up by its index (docs/performance.md).
        var rows = measures.Count == 0 ? [] : await database.Measures.AsNoTracking().Where(m => measures.Contains(m.Id))
            .Select(m => new
            {
                m.Id,
                Last = m.Points.Where(p => p.TenantId >= m.TenantId && p.Date <= today)
                    .OrderByDescending(p => p.Date).ThenByDescending(p => p.Position)
                    .Select(p => new { p.ValueText, p.DateText, p.Date }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return rows.Where(r => r.Last is not null)
            .ToDictionary(r => r.Id, r => $"{r.Last!.ValueText}, {r.Last.DateText ?? DateFormat.Full(r.Last.Date!.Value)}");
    }

    /// <summary>This period's updates, and for each project the one accepted last in another period.</summary>
    private async Task<List<UpdateRow>> UpdatesAsync(List<Guid> projects, IReadOnlyList<CardPeriod> periods, CancellationToken cancellationToken)
    {
        var ids = periods.Select(p => p.Id).ToList();
        var to = periods.Count == 0 ? DateOnly.MinValue : periods.Max(p => p.To);
        var accepted = database.ProgressUpdates.Where(u => u.State == UpdateState.Accepted && !ids.Contains(u.PeriodId) && u.Period!.To <= to);
        return await database.ProgressUpdates.AsNoTracking()
            .Where(u => projects.Contains(u.ProjectId) && (ids.Contains(u.PeriodId)
                || (u.State == UpdateState.Accepted && u.Period!.To <= to
                    && !accepted.Any(later => later.ProjectId == u.ProjectId && later.Period!.To > u.Period.To))))
            .Select(u => new UpdateRow(
                u, u.Period!.Title, u.Period.To,
                database.EvidenceLinks.Where(l => l.UpdateId == u.Id).Select(l => new UpdateEvidence(l.Item!.Id, l.Item.Title)).ToList(),
                u.Figures.Select(f => new UpdateFigureInput { MeasureId = f.MeasureId, Value = f.ValueText }).ToList()))
            .AsSingleQuery().ToListAsync(cancellationToken);
    }

    private async Task<ILookup<Guid, EntryRow>> EntriesAsync(List<Guid> projects, List<Guid> updates, CancellationToken cancellationToken)
    {
        var rows = await database.UpdateEntries.AsNoTracking()
            .Where(e => (e.UpdateId != null && updates.Contains(e.UpdateId.Value)) || (e.UpdateId == null && projects.Contains(e.ProjectId)))
            .OrderBy(e => e.Position).ThenBy(e => e.Id)
            .Select(e => new EntryRow(e, e.Agency!.Code, e.Agency.Name, e.Measure!.Title))
            .ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.Entry.UpdateId ?? r.Entry.ProjectId);
    }

    private UpdateCard Card(
        ProjectRow project, CardPeriod period, UpdateRow? stored, IEnumerable<UpdateRow> accepted, ILookup<Guid, EntryRow> entries, List<SelectListItem> agencies)
    {
        var before = accepted.Where(u => u.Update.PeriodId != period.Id && u.PeriodTo <= period.To)
            .OrderByDescending(u => u.PeriodTo).ThenByDescending(u => u.Update.ReviewedAt).FirstOrDefault();
        var said = stored is null ? [] : entries[stored.Update.Id].ToList();
        var form = stored is null ? Fresh(project, period) : UpdateContent.Form(stored.Update);
        form.Entries.AddRange(said.Select(e => new UpdateEntryInput
        {
            AgencyId = e.Entry.AgencyId,
            Text = e.Entry.Text.Length == 0 ? null : e.Entry.Text,
            DateText = e.Entry.DateText,
            MeasureId = e.Entry.MeasureId,
        }));
        var words = UpdateContent.Form(stored?.Update ?? new ProgressUpdate());
        words.Entries.AddRange(form.Entries);
        words.Figures.AddRange(stored?.Figures ?? []);
        form.Figures.AddRange(project.Figures.Select(
            f => new UpdateFigureInput { MeasureId = f.MeasureId, Value = stored?.Figures.Find(s => s.MeasureId == f.MeasureId)?.Value }));
        if (form.Entries.Count == 0)
        {
            form.Entries.Add(new UpdateEntryInput { AgencyId = project.Card.AgencyId });
        }

        var figures = project.Figures.Select(f => f with { Day = f.Periods.DayWithin(period.From, period.To, clock.Today) }).ToList();
        return new UpdateCard(
            project.Card, period, stored is null ? null : State(stored, words), [.. said.Select(Said)],
            before is null ? History(entries[project.Card.Id]) : Before(before, entries),
            new UpdateChoices(agencies, project.Measures, Statuses(project.Card), Partnership.RagKey, figures), form)
        {
            MayAddEvidence = current.RequiredTenant.Has(Permission.AddEvidence),
        };
    }

    private static WriteUpdate Fresh(ProjectRow project, CardPeriod period) => new()
    {
        ProjectId = project.Card.Id,
        PeriodId = period.Id,
        Status = project.Card.Status,
        StatusReason = project.StatusReason,
        Forecast = project.Forecast.Text.Length == 0 ? null : project.Forecast.Text,
    };

    private List<SelectListItem> Statuses(CardProject project)
    {
        var isLead = current.RequiredTenant.Has(Permission.AcceptUpdates);
        return [.. Enum.GetValues<ProjectStatus>()
            .Where(s => s != ProjectStatus.DoneAndEvidenced || isLead || project.Status == s)
            .Select(s => new SelectListItem(StatusLabel.Of(s), s.ToString()))];
    }

    private CardState State(UpdateRow row, WriteUpdate words) => new(
        row.Update.Id, row.Update.State, DateFormat.Moment(row.Update.SavedAt, Partnership.TimeZone),
        row.Update.SubmittedAt is { } at ? DateFormat.Full(at, Partnership.TimeZone) : null, row.Update.ReviewComment,
        Rating.Find(Partnership.RagKey, row.Update.RagProposed),
        row.Update.State == UpdateState.Accepted ? Rating.Find(Partnership.RagKey, row.Update.RagAccepted) : null, row.Evidence, words);

    private PreviousUpdate Before(UpdateRow row, ILookup<Guid, EntryRow> entries) => new(
        false, row.PeriodTitle, Rating.Find(Partnership.RagKey, row.Update.RagAccepted),
        row.Update.ReviewedAt is { } at ? DateFormat.Full(at, Partnership.TimeZone) : null,
        row.Update.Forecast.Text.Length == 0 ? null : row.Update.Forecast.Text, row.Update.HelpNeeded, [.. entries[row.Update.Id].Select(Said)]);

    private static PreviousUpdate History(IEnumerable<EntryRow> entries) =>
        new(true, null, null, null, null, null, [.. entries.Where(e => e.Entry.BeforePortal).TakeLast(HistoryShown).Select(Said)]);

    private static SaidEntry Said(EntryRow row) =>
        new(row.AgencyCode, row.AgencyName, row.Entry.Text, row.Entry.DateText, row.MeasureTitle);

    private sealed record ProjectRow(CardProject Card, Guid PlanId, Deadline Forecast, string? StatusReason, IReadOnlyList<SelectListItem> Measures, IReadOnlyList<FigureChoice> Figures);

    private sealed record UpdateRow(
        ProgressUpdate Update, string PeriodTitle, DateOnly PeriodTo, List<UpdateEvidence> Evidence, List<UpdateFigureInput> Figures);

    private sealed record EntryRow(UpdateEntry Entry, string? AgencyCode, string? AgencyName, string? MeasureTitle);
}
