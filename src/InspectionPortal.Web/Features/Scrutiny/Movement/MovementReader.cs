using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>
/// What moved in all plans that are granted to one person, in a few commands under the role that can only read. Every filter by
/// partnership is off, so each step names its partnership; the database's policy holds the list of granted ones.
/// </summary>
internal sealed class MovementReader(PortalDbContext database, TimeProvider time)
{
    /// <summary>One for each plan, in the order of the partnerships' names.</summary>
    public async Task<IReadOnlyList<PlanMovement>> ReadAsync(
        IReadOnlyList<SessionGrant> open, ComparedFrom from, CancellationToken cancellationToken)
    {
        var grants = Widest(open);
        var now = time.GetUtcNow();
        var ids = grants.Keys.Select(k => k.PlanId).Distinct().ToList();
        var plans = (await Plans(ids).ToListAsync(cancellationToken)).Where(p => grants.ContainsKey((p.TenantId, p.PlanId)))
            .Select(p => (Plan: p, Grant: grants[(p.TenantId, p.PlanId)]))
            .Select(p => (p.Plan, p.Grant, Since: from.MomentIn(p.Grant.Partnership.TimeZone, now) ?? FromTheStart(p.Plan, p.Grant)))
            .Select(p => (p.Plan, p.Grant, p.Since, Compared: ComparedReports.Of(p.Plan, p.Since))).ToList();
        var facts = await FactsAsync(
            [.. plans.SelectMany(p => p.Compared.All.Concat(p.Plan.Readable.TakeLast(1))).Select(r => r.Id).Distinct()], cancellationToken);
        var live = await new LivePlanReader(database).ReadAsync(
            [.. plans.Where(p => IsLive(p.Grant)).Select(p => p.Plan.PlanId).Distinct()], plans.Min(p => p.Since), cancellationToken);
        var statements = (await Statements(plans.Min(p => p.Since), [.. plans.Where(p => p.Since is null)
            .SelectMany(p => p.Compared.After.Select(r => (Guid?)r.PeriodId))]).ToListAsync(cancellationToken)).ToLookup(s => s.TenantId);
        var several = plans.GroupBy(p => p.Plan.TenantId).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return
        [
            .. plans.OrderBy(p => p.Grant.Partnership.Name, StringComparer.CurrentCulture).ThenBy(p => p.Plan.Title,
                StringComparer.CurrentCulture)
                .Select(p => new PlanMovement(p.Grant, p.Plan, p.Compared, facts)
                {
                    Live = IsLive(p.Grant) ? live(p.Plan.TenantId, p.Plan.PlanId) : null,
                    Published = [.. statements[p.Plan.TenantId]],
                    Since = p.Since,
                    Today = p.Grant.Partnership.AsAt ?? DateFormat.LocalDay(now, p.Grant.Partnership.TimeZone),
                    IsNamed = several.Contains(p.Plan.TenantId),
                }),
        ];
    }

    /// <summary>What the frozen reports that are compared say, by their id.</summary>
    public async Task<IReadOnlyDictionary<Guid, ScrutinyEdition>> EditionsAsync(ComparedReports compared,
        CancellationToken cancellationToken)
    {
        var ids = compared.All.Select(r => r.Id).ToList();
        var rows = await Of(database.PublishedReports).Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.ScrutinyEdition })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.Id, r => ScrutinyEdition.Read(r.ScrutinyEdition));
    }

    /// <summary>Titles of released items of evidence of one partnership.</summary>
    public Task<List<ReleasedEvidence>> EvidenceAsync(int tenant, IReadOnlyList<Guid> items, CancellationToken cancellationToken) =>
        Of(database.EvidenceItems).Where(i => i.TenantId == tenant && items.Contains(i.Id))
            .Select(i => new ReleasedEvidence(i.Id, i.Title, i.Kind, i.Versions.Max(v => v.ReleasedAt))).ToListAsync(cancellationToken);

    private static bool IsLive(SessionGrant grant) => grant.Scope >= GrantScope.LivePlan;

    /// <summary>Where no report is approved yet, all that the live plan has is new.</summary>
    private static DateTimeOffset? FromTheStart(ReportedPlan plan, SessionGrant grant) =>
        IsLive(grant) && plan.Readable.Count == 0 ? DateTimeOffset.UnixEpoch : null;

    /// <summary>The widest grant of each plan: two bodies may have opened the same one.</summary>
    private static Dictionary<(int TenantId, Guid PlanId), SessionGrant> Widest(IEnumerable<SessionGrant> open) =>
        open.GroupBy(g => (g.Partnership.Id, g.PlanId))
            .Select(g => g.OrderByDescending(x => x.Scope).ThenByDescending(x => x.Until ?? DateTimeOffset.MaxValue).First())
            .ToDictionary(g => (g.Partnership.Id, g.PlanId));

    private static IQueryable<T> Of<T>(IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([PortalDbContext.TenantFilter]).AsNoTracking().AsSingleQuery();

    private IQueryable<ReportedPlan> Plans(IReadOnlyList<Guid> ids) => Of(database.Plans).Where(p => ids.Contains(p.Id))
        .Select(p => new ReportedPlan
        {
            TenantId = p.TenantId,
            PlanId = p.Id,
            Title = p.Title,
            NextDue = database.ReportingPeriods
                .Where(r => r.TenantId == p.TenantId && r.PlanId == p.Id && r.Kind == PeriodKind.Quarter && r.State != PeriodState.Approved)
                .Min(r => r.MeetingOn ?? (DateOnly?)r.DueOn),
            Reports = database.PublishedReports.Where(r => r.TenantId == p.TenantId && r.PlanId == p.Id).Select(r => new ReportHead
            {
                Id = r.Id,
                PeriodId = r.PeriodId,
                Title = r.Title,
                To = r.Period!.To,
                PublishedAt = r.PublishedAt,
                Evidenced = r.Evidenced,
                IsNewest = !database.PublishedReports.Any(n => n.TenantId == r.TenantId && n.PeriodId == r.PeriodId && n.Number > r.Number),
                IsWithheld = database.ReportWithholdings.Any(
                    w => w.TenantId == r.TenantId && w.PeriodId == r.PeriodId && w.Number >= r.Number && w.ReleasedAt == null),
            }).ToList(),
        });

    /// <summary>Those approved since a moment, if there is one, or with one of these reports.</summary>
    private IQueryable<PublishedStatement> Statements(DateTimeOffset? since, IReadOnlyList<Guid?> periods) =>
        Of(database.PositionStatements)
            .Where(s => s.State == StatementState.Approved && (s.ApprovedAt > since || periods.Contains(s.PeriodId)))
            .Select(s => new PublishedStatement
            {
                TenantId = s.TenantId,
                RecommendationId = s.RecommendationId,
                Number = s.Recommendation!.Number,
                PlanId = s.Period == null ? null : s.Period.PlanId,
                PeriodId = s.PeriodId,
                HowWell = s.HowWell,
                ApprovedAt = s.ApprovedAt,
            });

    private async Task<Dictionary<Guid, ReportFacts>> FactsAsync(IReadOnlyList<Guid> reports, CancellationToken cancellationToken)
    {
        var rows = reports.Count == 0 ? [] : await Of(database.PublishedReports).Where(r => reports.Contains(r.Id))
            .Select(r => new { r.Id, r.Facts }).ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.Id, r => ReportFacts.Read(r.Facts));
    }
}
