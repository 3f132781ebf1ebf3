using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>What moved in my partnerships since I looked? A few commands over all of them, under the role that can only read.</summary>
[Requires(Permission.ReadAcrossPartnerships)]
[AcrossPartnerships]
public sealed record GetLinkOfficerDashboard(SinceWhen Since, DateTimeOffset? LastLooked) : IQuery<LinkOfficerDashboard>;

internal sealed class GetLinkOfficerDashboardHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<GetLinkOfficerDashboard, LinkOfficerDashboard?>
{
    public async Task<LinkOfficerDashboard?> Handle(GetLinkOfficerDashboard query, CancellationToken cancellationToken)
    {
        // The widest grant of each plan: two bodies may have opened the same one.
        var grants = current.RequiredPerson.OpenGrants().GroupBy(g => (g.Partnership.Id, g.PlanId))
            .Select(g => g.OrderByDescending(x => x.Scope).ThenByDescending(x => x.Until ?? DateTimeOffset.MaxValue).First())
            .ToDictionary(g => (g.Partnership.Id, g.PlanId));
        var facts = await Facts(query, [.. grants.Values]).ToListAsync(cancellationToken);
        var readings = await ReadingsAsync([.. grants.Values], cancellationToken);
        var several = grants.Values.GroupBy(g => g.Partnership.Id).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var rows = facts.Where(f => grants.ContainsKey((f.TenantId, f.PlanId)))
            .Select(f => Row(f, grants[(f.TenantId, f.PlanId)], [.. readings[(f.TenantId, f.PlanId)]], several.Contains(f.TenantId)))
            .OrderBy(r => r.Partnership.Name, StringComparer.CurrentCulture).ThenBy(r => r.PlanTitle, StringComparer.CurrentCulture)
            .ToList();
        var key = rows.SelectMany(r => r.Partnership.RagKey).DistinctBy(r => (r.Name, r.Colour, r.Shape)).OrderBy(r => r.Order).ToList();
        return new LinkOfficerDashboard(rows, query.Since, query.LastLooked, key);
    }

    /// <summary>Every filter is off, so each step names its partnership; the database's policy holds the list of granted ones.</summary>
    private IQueryable<PlanFacts> Facts(GetLinkOfficerDashboard query, List<SessionGrant> grants)
    {
        var plans = grants.Select(g => g.PlanId).Distinct().ToList();
        var live = grants.Where(g => g.Scope == GrantScope.LivePlan).Select(g => g.PlanId).ToList();
        DateTimeOffset? chosen = query.Since switch
        {
            SinceWhen.Visit => query.LastLooked ?? DateTimeOffset.UnixEpoch,
            SinceWhen.Year => time.GetUtcNow().AddYears(-1),
            _ => null,
        };

        // The newest version of each report, unless it is withheld.
        var reports = database.PublishedReports.Where(r =>
            !database.PublishedReports.Any(n => n.TenantId == r.TenantId && n.PeriodId == r.PeriodId && n.Number > r.Number)
            && !database.ReportWithholdings.Any(
                w => w.TenantId == r.TenantId && w.PeriodId == r.PeriodId && w.Number >= r.Number && w.ReleasedAt == null));
        return
            from plan in database.Plans.IgnoreQueryFilters([PortalDbContext.TenantFilter]).AsNoTracking().AsSingleQuery()
            where plans.Contains(plan.Id)
            let last = reports.Where(r => r.TenantId == plan.TenantId && r.PlanId == plan.Id)
                .OrderByDescending(r => r.Period!.To).ThenByDescending(r => r.PublishedAt).Select(r => (DateTimeOffset?)r.PublishedAt)
                    .FirstOrDefault()
            let since = chosen ?? last ?? DateTimeOffset.UnixEpoch
            let isLive = live.Contains(plan.Id)
            select new PlanFacts
            {
                TenantId = plan.TenantId,
                PlanId = plan.Id,
                PlanTitle = plan.Title,
                LastPeriodId = reports.Where(r => r.TenantId == plan.TenantId && r.PlanId == plan.Id && r.PublishedAt == last).Select(r => (Guid?)r.PeriodId).FirstOrDefault(),
                LastTitle = reports.Where(r => r.TenantId == plan.TenantId && r.PlanId == plan.Id && r.PublishedAt == last).Select(r => r.Title).FirstOrDefault(),
                Editions = reports.Where(r => !isLive && r.TenantId == plan.TenantId && r.PlanId == plan.Id && (r.PublishedAt == last || r.PublishedAt > since))
                    .OrderByDescending(r => r.Period!.To).ThenByDescending(r => r.PublishedAt)
                        .Select(r => new EditionFact(r.ScrutinyEdition, r.PublishedAt > since)).ToList(),
                Ratings = database.Projects.Where(p => isLive && p.TenantId == plan.TenantId && p.Aim!.PlanId == plan.Id && p.NoActionNeededReason == null)
                    .GroupBy(p => p.Rag ?? string.Empty).Select(g => new RatingFact(g.Key, g.Count())).ToList(),
                RatingMoves = database.Projects
                    .Where(p => isLive && p.TenantId == plan.TenantId && p.Aim!.PlanId == plan.Id && p.NoActionNeededReason == null && p.Rag != null
                        && database.ProgressUpdates.Any(u => u.TenantId == plan.TenantId && u.ProjectId == p.Id && u.State == UpdateState.Accepted && u.ReviewedAt > since))
                    .Select(p => new
                    {
                        Now = p.Rag,
                        Before = database.ProgressUpdates
                            .Where(u => u.TenantId == plan.TenantId && u.ProjectId == p.Id && u.State == UpdateState.Accepted && u.ReviewedAt <= since)
                            .OrderByDescending(u => u.ReviewedAt).Select(u => u.RagAccepted).FirstOrDefault(),
                    })
                    .Where(m => m.Before != null && m.Before != m.Now)
                    .GroupBy(m => new { m.Before, m.Now }).Select(g => new MoveFact(g.Key.Before, g.Key.Now, g.Count())).ToList(),
                Slips = database.DeadlineSlips.Count(s => isLive && s.TenantId == plan.TenantId && s.Project!.Aim!.PlanId == plan.Id && s.At > since),
                Released = database.EvidenceItems.Count(i => isLive && i.TenantId == plan.TenantId
                    && i.Versions.Any(v => v.ReleasedAt > since)
                    && i.Links.Any(l => l.Project!.Aim!.PlanId == plan.Id || l.Measure!.PlanId == plan.Id || l.SubAction!.Project!.Aim!.PlanId == plan.Id
                        || l.Update!.Project!.Aim!.PlanId == plan.Id
                        || database.PlanInspections.Any(n => n.TenantId == plan.TenantId && n.PlanId == plan.Id && n.InspectionId == l.Recommendation!.InspectionId))),
                WithoutEvidence = database.Recommendations.Count(r => isLive && r.TenantId == plan.TenantId
                    && database.PlanInspections.Any(n => n.TenantId == plan.TenantId && n.PlanId == plan.Id && n.InspectionId == r.InspectionId)
                    && !database.EvidenceLinks.Any(l => l.TenantId == plan.TenantId
                        && (l.RecommendationId == r.Id || l.Project!.Answers.Any(a => a.RecommendationId == r.Id)
                            || l.SubAction!.Project!.Answers.Any(a => a.RecommendationId == r.Id)
                            || l.Update!.Project!.Answers.Any(a => a.RecommendationId == r.Id)
                            || l.Measure!.Project!.Answers.Any(a => a.RecommendationId == r.Id)
                            || r.Links.Any(a => a.MeasureId != null && a.MeasureId == l.MeasureId)))),
                NextDue = database.ReportingPeriods.Where(p => p.TenantId == plan.TenantId && p.PlanId == plan.Id
                    && p.Kind == PeriodKind.Quarter && p.State != PeriodState.Approved)
                    .Min(p => p.MeetingOn ?? (DateOnly?)p.DueOn),
            };
    }

    /// <summary>
    /// What the measures of all opened live plans are made from, in a few commands; each belongs to a partnership and a plan, whatever
    /// its id.
    /// </summary>
    private async Task<ILookup<(int TenantId, Guid PlanId), ChartSource>> ReadingsAsync(IReadOnlyList<SessionGrant> grants, CancellationToken cancellationToken)
    {
        var live = grants.Where(g => g.Scope == GrantScope.LivePlan).Select(g => g.PlanId).Distinct().ToList();
        var measures = database.Measures.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Where(m => live.Contains(m.PlanId) && !m.IsIllustrative);
        return (await ChartReader.ReadAsync(database, measures, withNotes: false, cancellationToken)).ToLookup(s => (s.TenantId, s.PlanId));
    }

    /// <summary>The gravest signal of each measure: of the live plan on its own day, else as the last approved report sealed it.</summary>
    private List<SignalKind> SignalsOf(SessionGrant grant, IReadOnlyList<ChartSource> sources, ScrutinyEdition? last)
    {
        if (grant.Scope != GrantScope.LivePlan)
        {
            return [.. last?.Measures.Select(m => m.Worst()).OfType<SignalKind>() ?? []];
        }

        var today = grant.Partnership.AsAt ?? DateFormat.LocalDay(time.GetUtcNow(), grant.Partnership.TimeZone);
        return [.. SignalSet.Of(sources.Select(s => MeasureReading.Of(s, today)), today).Worst.Select(s => s.Kind)];
    }

    private PartnershipRow Row(PlanFacts facts, SessionGrant grant, IReadOnlyList<ChartSource> sources, bool isNamed)
    {
        var isLive = grant.Scope == GrantScope.LivePlan;
        var editions = facts.Editions.Select(e => (Edition: ScrutinyEdition.Read(e.Bytes), e.IsSince)).ToList();
        var counts = isLive
            ? facts.Ratings
            : editions.Take(1).SelectMany(e => e.Edition.Rated()).GroupBy(p => p.Rating, StringComparer.Ordinal).Select(g => new RatingFact(g.Key, g.Count())).ToList();
        var home = $"/{grant.Partnership.Slug}";
        var moves = isLive ? facts.RatingMoves : Moves([.. editions.Where(e => e.IsSince).Select(e => e.Edition)]);
        return new PartnershipRow
        {
            Up = MovedWhere(moves, grant.Partnership.RagKey, (before, now) => now.Order < before.Order),
            Down = MovedWhere(moves, grant.Partnership.RagKey, (before, now) => now.Order > before.Order),
            Partnership = grant.Partnership,
            Scope = grant.Scope,
            Until = grant.Until,
            PlanTitle = isNamed ? facts.PlanTitle : null,
            LastQuarter = facts.LastTitle,
            LastQuarterId = facts.LastPeriodId,
            Ratings = Counts(grant.Partnership.RagKey, counts, isLive ? $"{home}/plans" : $"{home}/reports/{facts.LastPeriodId}"),
            Released = isLive ? facts.Released : editions.Where(e => e.IsSince).SelectMany(e => e.Edition.Evidence).Select(e => e.ItemId).Distinct().Count(),
            Slips = facts.Slips,
            WithoutEvidence = isLive ? facts.WithoutEvidence : null,
            Signals = SignalsOf(grant, sources, editions.FirstOrDefault().Edition),
            NextReport = facts.NextDue,
        };
    }

    /// <summary>From the quarter before the first of these editions to the last of them; editions come newest first.</summary>
    private static List<MoveFact> Moves(IReadOnlyList<ScrutinyEdition> editions)
    {
        if (editions.Count == 0)
        {
            return [];
        }

        var before = editions[^1].Rated().Where(p => p.Number is not null).DistinctBy(p => p.Number, StringComparer.Ordinal).ToDictionary(p => p.Number, p => p.RatingBefore, StringComparer.Ordinal);
        return [.. editions[0].Rated().Where(p => p.Number is not null && before.ContainsKey(p.Number)).Select(p => new MoveFact(before[p.Number], p.Rating, 1))];
    }

    /// <summary>What was not rated then or is not now did not move.</summary>
    private static int MovedWhere(IReadOnlyList<MoveFact> moves, IReadOnlyList<Rating> key, Func<Rating, Rating, bool> isSo) =>
        moves.Select(m => (Before: Rating.Find(key, m.Before), Now: Rating.Find(key, m.Now), m.Count))
            .Where(m => m.Before != Rating.NotRated && m.Now != Rating.NotRated && isSo(m.Before, m.Now)).Sum(m => m.Count);

    /// <summary>In the order of the partnership's own key, what nobody judged last.</summary>
    private static List<RatingCount> Counts(IReadOnlyList<Rating> key, IReadOnlyList<RatingFact> facts, string href) =>
        [.. facts.GroupBy(f => Rating.Find(key, f.Code)).Select(g => new RatingCount(g.Key, g.Sum(f => f.Count), href)).OrderBy(c => c.Rating.Order)];

    private sealed class PlanFacts
    {
        public int TenantId { get; init; }
        public Guid PlanId { get; init; }
        public required string PlanTitle { get; init; }
        public Guid? LastPeriodId { get; init; }
        public string? LastTitle { get; init; }
        public List<EditionFact> Editions { get; init; } = [];
        public List<RatingFact> Ratings { get; init; } = [];
        public List<MoveFact> RatingMoves { get; init; } = [];
        public int Slips { get; init; }
        public int Released { get; init; }
        public int WithoutEvidence { get; init; }
        public DateOnly? NextDue { get; init; }
    }

    /// <summary>An approved report as a scrutiny body reads it, and whether it came since the chosen day.</summary>
    private sealed record EditionFact(byte[] Bytes, bool IsSince);

    private sealed record RatingFact(string? Code, int Count);

    /// <summary>Projects whose rating went from one code to another.</summary>
    private sealed record MoveFact(string? Before, string? Now, int Count);
}
