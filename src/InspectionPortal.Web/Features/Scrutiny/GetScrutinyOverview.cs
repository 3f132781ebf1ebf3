using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>What may I read in this partnership? The home page of a link officer here.</summary>
[Requires(Permission.ReadReports)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record GetScrutinyOverview : IQuery<ScrutinyOverview>;

internal sealed class GetScrutinyOverviewHandler(PortalDbContext database, CurrentSession current, GrantedEvidence granted, PlanClock clock)
    : IRequestHandler<GetScrutinyOverview, ScrutinyOverview?>
{
    private const int LatelyCount = 8;

    public async Task<ScrutinyOverview?> Handle(GetScrutinyOverview query, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        if (!access.IsByGrant)
        {
            return null;
        }

        var plans = access.GrantedPlans(GrantScope.ApprovedReports).ToList();
        var open = await granted.OpenAsync(cancellationToken);
        var heads = await HeadsAsync(plans, cancellationToken);
        var coverage = await granted.CoverageAsync(open, cancellationToken);
        var released = await ReleasedAsync(open, coverage, cancellationToken);
        var partnership = access.Partnership;
        var signals = open.LivePlans.Count == 0
            ? SignalSet.None
            : await SignalSet.ReadAsync(database, database.Measures.Where(m => open.LivePlans.Contains(m.PlanId)), clock.Today, cancellationToken);
        return new ScrutinyOverview
        {
            Partnership = partnership.Name,
            RecommendationWord = partnership.Vocabulary.RecommendationWord,
            Zone = TimeZoneInfo.FindSystemTimeZoneById(partnership.TimeZone),
            IsLive = open.LivePlans.Count > 0,
            Until = access.Grants.Any(g => g.Until is null) ? null : access.Grants.Max(g => g.Until),
            Reports = [.. heads.SelectMany(h => h.Reports).OrderByDescending(r => r.PublishedAt)],
            NextReport = heads.Min(h => h.Next),
            Signals = signals,
            Recommendations = RecommendationsOf(coverage, partnership.RagKey, await StatementsAsync(access, cancellationToken)),
            Lately =
            [
                .. released.GroupBy(r => r.ItemId).Select(g => g.MaxBy(r => r.ReleasedAt)!).OrderByDescending(r => r.ReleasedAt).Take(LatelyCount)
                    .Select(r => new OverviewEvidence(r.ItemId, r.Title, r.Kind, r.ReleasedAt)),
            ],
        };
    }

    /// <summary>Approved reports and the next one due, of the plans that are opened.</summary>
    private Task<List<PlanHead>> HeadsAsync(List<Guid> plans, CancellationToken cancellationToken) =>
        database.Plans.AsNoTracking().AsSingleQuery().Where(p => plans.Contains(p.Id)).Select(p => new PlanHead(
            database.ReportingPeriods.Where(r => r.PlanId == p.Id && r.Kind == PeriodKind.Quarter
                && r.State != PeriodState.Approved).Min(r => r.MeetingOn ?? (DateOnly?)r.DueOn),
            database.PublishedReports.Where(r => r.PlanId == p.Id
                && !database.PublishedReports.Any(n => n.PeriodId == r.PeriodId && n.Number > r.Number)
                && !database.ReportWithholdings.Any(w => w.PeriodId == r.PeriodId && w.Number >= r.Number && w.ReleasedAt == null))
                .Select(r => new OverviewReport(r.PeriodId, r.Title, r.PublishedAt)).ToList()))
            .ToListAsync(cancellationToken);

    private Task<List<ReleasedItem>> ReleasedAsync(OpenEvidence open, Coverage coverage, CancellationToken cancellationToken) =>
        granted.Versions(open, coverage).Select(v => new ReleasedItem
        {
            ItemId = v.ItemId,
            Title = v.Item!.Title,
            Kind = v.Item.Kind,
            ReleasedAt = v.ReleasedAt!.Value,
        }).ToListAsync(cancellationToken);

    /// <summary>Approved position statements that are open to the reader, the newest last.</summary>
    private async Task<ILookup<Guid, SaidStatement>> StatementsAsync(TenantAccess access, CancellationToken cancellationToken) =>
        (await database.StatementsFor(access).AsNoTracking().OrderBy(s => s.AsAt).ThenBy(s => s.ApprovedAt).ThenBy(s => s.Id)
            .Select(s => new SaidStatement(s.RecommendationId, s.AsAt, s.Grade)).ToListAsync(cancellationToken)).ToLookup(s => s.About);

    private static List<OverviewRecommendation> RecommendationsOf(
        Coverage coverage, IReadOnlyList<Rating> key, ILookup<Guid, SaidStatement> statements) =>
    [
        .. coverage.Rows.Select(r => new OverviewRecommendation(
            r.Recommendation.Id, r.Recommendation.Number, r.Recommendation.Text, Worst(r.Work.Select(w => w.Project.Rag), key),
            r.Work.Count, r.Evidence.Count)
        {
            StatementAsAt = statements[r.Recommendation.Id].LastOrDefault()?.AsAt,
            StatementGrade = statements[r.Recommendation.Id].LastOrDefault()?.Grade,
        }),
    ];

    /// <summary>The worst rating anybody gave; "not rated" where nobody judged any of it.</summary>
    private static Rating? Worst(IEnumerable<string?> codes, IReadOnlyList<Rating> key)
    {
        var ratings = codes.Select(c => Rating.Find(key, c)).ToList();
        return ratings.Where(r => r != Rating.NotRated).MaxBy(r => r.Order) ?? ratings.FirstOrDefault();
    }

    private sealed record SaidStatement(Guid About, DateOnly AsAt, string? Grade);

    private sealed record PlanHead(DateOnly? Next, List<OverviewReport> Reports);

    private sealed class ReleasedItem
    {
        public Guid ItemId { get; init; }
        public required string Title { get; init; }
        public EvidenceType Kind { get; init; }
        public DateTimeOffset ReleasedAt { get; init; }
    }
}
