using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>
/// One plan with what a grant opens of it, and what moved. A grant of the live plan is counted from its rows since a moment; where reports
/// are compared, and with a grant of reports, only what the frozen reports say is counted.
/// </summary>
internal sealed class PlanMovement
{
    private readonly Lazy<SignalSet> _signals;

    public PlanMovement(SessionGrant grant, ReportedPlan plan, ComparedReports compared, IReadOnlyDictionary<Guid, ReportFacts> facts)
    {
        (Grant, Plan, Compared) = (grant, plan, compared);
        Newest = plan.Readable is [.., var last] ? FactsOf(last, facts) : null;
        Known = compared.Before is { } before ? FactsOf(before, facts) : null;
        Reports = new ReportMovement(Known, [.. compared.After.Select(r => FactsOf(r, facts)).OfType<ReportFacts>()],
            compared.IsCorrection);
        _signals = new Lazy<SignalSet>(() => SignalSet.Of((Live?.Measures ?? []).Select(m => MeasureReading.Of(m, Today)), Today));
    }

    public SessionGrant Grant { get; }
    public ReportedPlan Plan { get; }
    public ComparedReports Compared { get; }
    public ReportMovement Reports { get; }

    /// <summary>The newest approved report; null for none.</summary>
    public ReportFacts? Newest { get; }

    /// <summary>The report that is compared with; null for none.</summary>
    public ReportFacts? Known { get; }

    /// <summary>The plan's rows; null where only reports are open.</summary>
    public LivePlanFacts? Live { get; init; }

    /// <summary>Position statements of the partnership that the person can read.</summary>
    public IReadOnlyList<PublishedStatement> Published { get; init; } = [];

    /// <summary>The moment from which changes count; null where reports are compared.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The plan's day.</summary>
    public DateOnly Today { get; init; }

    /// <summary>True where several plans of the partnership are open to the person.</summary>
    public bool IsNamed { get; init; }

    /// <summary>What moved in the rows; null where reports are compared.</summary>
    public LiveMovement? LiveMovement => field ??= Live is { } live && Since is { } since
        ? new LiveMovement(live, Grant.Partnership.RagKey, since, Known) : null;

    /// <summary>Signals of the live plan's measures.</summary>
    public SignalSet Signals => _signals.Value;

    /// <summary>Items of evidence of which a version was released since.</summary>
    public IReadOnlyList<Guid> Released => LiveMovement is null || Live is null
        ? Reports.Evidence
        : [.. Live.ProofsOf(Plan.PlanId).Where(p => p.ReleasedAt > Since).Select(p => p.ItemId).Distinct()];

    /// <summary>
    /// Position statements approved since, with a report of this plan or, where the live plan is open, on their own about one of its
    /// recommendations.
    /// </summary>
    public IReadOnlyList<PublishedStatement> Statements => field ??=
    [
        .. Published.Where(s => s.PlanId == Plan.PlanId
            || (s.PlanId is null && Live?.Recommendations.Any(r => r.Id == s.RecommendationId) == true))
            .Where(s => Since is { } since ? s.ApprovedAt > since : Compared.After.Any(r => r.PeriodId == s.PeriodId))
            .OrderByDescending(s => s.ApprovedAt),
    ];

    public PartnershipRow Row()
    {
        var moves = LiveMovement?.Moves.Select(m => m.Move).ToList() ?? Reports.Moves;
        return new PartnershipRow
        {
            Partnership = Grant.Partnership,
            Scope = Grant.Scope,
            Until = Grant.Until,
            PlanId = Plan.PlanId,
            PlanTitle = IsNamed ? Plan.Title : null,
            LastQuarter = Plan.Readable is [.., var last] ? last.Title : null,
            LastQuarterId = Plan.Readable is [.., var newest] ? newest.PeriodId : null,
            ComparedWith = LiveMovement is null && Compared.After.Count > 0 ? Compared.Before?.Title : null,
            IsFirstReport = LiveMovement is null && Compared is { After.Count: > 0, Before: null },
            Ratings = Ratings(),
            Up = moves.Count(m => m == MoveKind.Up),
            Down = moves.Count(m => m == MoveKind.Down),
            FirstRated = moves.Count(m => m == MoveKind.New),
            NoLongerRated = moves.Count(m => m == MoveKind.Lost),
            Slips = LiveMovement?.Slips.Count ?? Reports.Slipped.Count,
            Released = Released.Count,
            Statements = Statements.Count,
            WithoutEvidence = WithoutEvidence(),
            Signals = Live is null ? Newest?.Signals ?? [] : [.. Signals.Worst.Select(s => s.Kind)],
            NextReport = Plan.NextDue,
        };
    }

    /// <summary>A report without a key of its own is read by the partnership's.</summary>
    private ReportFacts? FactsOf(ReportHead report, IReadOnlyDictionary<Guid, ReportFacts> facts) =>
        facts.GetValueOrDefault(report.Id) is not { } found ? null
        : found.RatingKey.Count > 0 ? found : found with { RatingKey = Grant.Partnership.RagKey };

    private int? WithoutEvidence() => Live is { } live ? live.Coverage.Rows.Count(r => r.Evidence.Count == 0)
        : Newest is null ? null
        : ReportMovement.WithoutEvidence(Newest, Plan.Readable.SelectMany(r => r.Evidenced).ToHashSet());

    private List<RatingCount> Ratings()
    {
        var home = $"/{Grant.Partnership.Slug}";
        var (key, codes, href) = Live is { } live
            ? (Grant.Partnership.RagKey, live.Projects.Where(p => p.IsWork).Select(p => p.Rag), $"{home}/plans/{Plan.PlanId}")
            : (Newest?.RatingKey ?? [], (Newest?.Projects ?? []).Select(p => p.Rating),
                $"{home}/reports/{(Plan.Readable is [.., var last] ? last.PeriodId : null)}");
        return [.. codes.GroupBy(c => Rating.Find(key, c)).Select(g => new RatingCount(g.Key, g.Count(), href))
            .OrderBy(c => c.Rating.Order)];
    }
}
