using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// The rows that a snapshot is made of, read within the transaction that keeps it: one command each, whatever the size of the plan.
/// </summary>
internal sealed class SnapshotRows
{
    public required Plan Plan { get; init; }
    public required QuarterSnapshot? Previous { get; init; }
    public required string? PreviousSha256 { get; init; }
    public required IReadOnlyList<StretchAim> Aims { get; init; }

    /// <summary>The updates of the quarter by project, whatever their state.</summary>
    public required IReadOnlyDictionary<Guid, ProgressUpdate> Updates { get; init; }

    /// <summary>Every move of a deadline, the newest last.</summary>
    public required ILookup<Guid, DeadlineSlip> Slips { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }
    public required ILookup<Guid, DataPoint> Points { get; init; }
    public required IReadOnlyList<Recommendation> Recommendations { get; init; }
    public required IReadOnlyList<EvidenceVersion> Evidence { get; init; }

    /// <summary>Drafts of position statements, finished or not, and those that were approved on their own since the last report.</summary>
    public IEnumerable<PositionStatement> Statements => Recommendations.SelectMany(r => QuarterStatements.Of(r, Plan.Id));

    /// <summary>What the measures say on the plan's day.</summary>
    public required IReadOnlyDictionary<Guid, MeasureReading> Readings { get; init; }

    public required IReadOnlyList<SignalAnswer> Replies { get; init; }

    /// <summary>Sub-actions by project: the reading counts those that are late, also where no column of the plan shows any.</summary>
    public required ILookup<Guid, SubAction> SubActions { get; init; }

    /// <summary>Agencies that must sign, by name.</summary>
    public required IReadOnlyList<SnapshotSigningAgency> MustSign { get; init; }

    /// <summary>The members, and whoever accepted an update.</summary>
    public required IReadOnlyDictionary<Guid, ReportPerson> People { get; init; }

    public IReadOnlyList<ImprovementProject> Projects { get; private init; } = [];

    /// <summary>The accepted update of a project in this quarter; null where there is none.</summary>
    public ProgressUpdate? AcceptedOf(Guid project) =>
        Updates.GetValueOrDefault(project) is { State: UpdateState.Accepted } update ? update : null;

    /// <summary>Reads everything for a quarter that was read with its plan.</summary>
    public static async Task<SnapshotRows> ReadAsync(
        PortalDbContext database, ReportingPeriod period, PlanLayout layout, DateOnly today, CancellationToken cancellationToken)
    {
        var plan = period.PlanId;
        var previous = await PreviousAsync(database, period, cancellationToken);
        var before = previous is null ? null : CanonicalJson.Read<QuarterSnapshot>(previous.Snapshot);
        var aims = InOrder(await AimsOf(database, plan, HasSubActions(layout)).ToListAsync(cancellationToken));
        var measures = await database.Measures.AsNoTracking().Where(m => m.PlanId == plan && !m.IsIllustrative)
            .Include(m => m.Targets).Include(m => m.Uses).Include(m => m.Phases).ToListAsync(cancellationToken);
        var points = (await database.DataPoints.AsNoTracking().Where(p => p.Measure!.PlanId == plan)
            .ToListAsync(cancellationToken)).ToLookup(p => p.MeasureId);
        return new SnapshotRows
        {
            Previous = before,
            PreviousSha256 = previous?.Sha256,
            Plan = period.Plan ?? throw new InvalidOperationException("The quarter was read without its plan."),
            Aims = aims,
            Projects = [.. aims.SelectMany(a => InOrder(a.Projects))],
            Updates = (await database.ProgressUpdates.AsNoTracking().Where(u => u.PeriodId == period.Id)
                .Include(u => u.Entries).ThenInclude(e => e.Agency).ToListAsync(cancellationToken)).ToDictionary(u => u.ProjectId),
            Slips = (await database.DeadlineSlips.AsNoTracking().Where(s => s.Project!.Aim!.PlanId == plan)
                .OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(cancellationToken)).ToLookup(s => s.ProjectId),
            Measures = measures,
            Points = points,
            Readings = measures.Select(m => ChartSources.Of(m, points[m.Id])).OrderBy(s => s.Id)
                .ToDictionary(s => s.Id, s => MeasureReading.Of(s, today)),
            Replies = await RepliesOf(database, plan).ToListAsync(cancellationToken),
            Recommendations = await RecommendationsOf(database, plan, before?.SubmittedAt ?? DateTimeOffset.MinValue)
                .ToListAsync(cancellationToken),
            Evidence = await EvidenceOf(database, plan, before?.SubmittedAt ?? DateTimeOffset.MinValue).ToListAsync(cancellationToken),
            SubActions = (await SubActionsOf(database, plan).ToListAsync(cancellationToken)).ToLookup(s => s.ProjectId),
            MustSign = await MustSignOf(database).ToListAsync(cancellationToken),
            People = await PeopleOf(database, period.Id).ToDictionaryAsync(p => p.Id, cancellationToken),
        };
    }

    private static List<StretchAim> InOrder(IEnumerable<StretchAim> aims) =>
        [.. aims.OrderBy(a => a.Position).ThenBy(a => a.Number, StringComparer.Ordinal).ThenBy(a => a.Id)];

    private static IEnumerable<ImprovementProject> InOrder(IEnumerable<ImprovementProject> projects) =>
        projects.OrderBy(p => p.Position).ThenBy(p => p.Number, StringComparer.Ordinal).ThenBy(p => p.Id);

    private static bool HasSubActions(PlanLayout layout) =>
        layout.Has(PlanField.SubActions) || layout.Columns.Any(c => PlanFieldLabels.CategoryOf(c.Field) is not null);

    private static IQueryable<StretchAim> AimsOf(PortalDbContext database, Guid plan, bool withNotes)
    {
        var aims = database.StretchAims.AsNoTracking().Where(a => a.PlanId == plan)
            .Include(a => a.Projects).ThenInclude(p => p.Leads).ThenInclude(l => l.LeadResponsibility);
        return withNotes ? aims.Include(a => a.Projects).ThenInclude(p => p.CategoryNotes) : aims;
    }

    private static IQueryable<SubAction> SubActionsOf(PortalDbContext database, Guid plan) =>
        database.SubActions.AsNoTracking().Where(s => s.Project!.Aim!.PlanId == plan)
            .Include(s => s.Owners).ThenInclude(o => o.LeadResponsibility).OrderBy(s => s.Position).ThenBy(s => s.Id);

    private static IQueryable<SignalAnswer> RepliesOf(PortalDbContext database, Guid plan) =>
        database.SignalAnswers.AsNoTracking().Where(a => a.Measure!.PlanId == plan || a.Project!.Aim!.PlanId == plan)
            .OrderBy(a => a.At).ThenBy(a => a.Id);

    public static IQueryable<SnapshotSigningAgency> MustSignOf(PortalDbContext database) =>
        database.SigningAgencies.AsNoTracking().OrderBy(a => a.Agency!.Name).ThenBy(a => a.Id)
            .Select(a => new SnapshotSigningAgency(a.AgencyId, a.Agency!.Name));

    private static IQueryable<ReportPerson> PeopleOf(PortalDbContext database, Guid period) => database.Users.AsNoTracking()
        .Where(u => database.Memberships.Any(m => m.UserId == u.Id)
            || database.ProgressUpdates.Any(p => p.PeriodId == period && p.ReviewedByUserId == u.Id))
        .Select(u => new ReportPerson(
            u.Id, u.DisplayName, !u.IsDisabled && u.EmailConfirmed,
            database.Memberships.Where(m => m.UserId == u.Id).Select(m => m.Role).ToList())
        {
            SignsFor = database.Signatories.Where(s => s.UserId == u.Id).Select(s => (Guid?)s.AgencyId).FirstOrDefault(),
        });

    /// <summary>The last approved quarter of the same plan that ended before this one does.</summary>
    private static Task<PublishedBytes?> PreviousAsync(PortalDbContext database, ReportingPeriod period, CancellationToken cancellationToken) =>
        database.PublishedReports.AsNoTracking()
            .Where(r => r.PlanId == period.PlanId && r.Period!.To < period.To)
            .OrderByDescending(r => r.Period!.To).ThenByDescending(r => r.PublishedAt)
            .Select(r => new PublishedBytes(r.Snapshot, r.Sha256))
            .FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<Recommendation> RecommendationsOf(PortalDbContext database, Guid plan, DateTimeOffset since) =>
        database.Recommendations.AsNoTracking().AsSingleQuery()
            .Where(r => r.InspectionId == null
                || database.PlanInspections.Any(i => i.PlanId == plan && i.InspectionId == r.InspectionId)
                || r.Links.Any(l => l.Project!.Aim!.PlanId == plan || l.Aim!.PlanId == plan))
            .Include(r => r.Links)
            .Include(r => r.Statements.Where(s => s.PeriodId == null && (s.State == StatementState.Draft || s.ApprovedAt > since)));

    private static IQueryable<EvidenceVersion> EvidenceOf(PortalDbContext database, Guid plan, DateTimeOffset since) =>
        database.EvidenceVersions.AsNoTracking()
            .Where(v => v.Scan != ScanResult.Infected && (v.AddedAt > since || v.ReleasedAt > since))
            .Where(v => v.Item!.Links.Any(l => l.Project!.Aim!.PlanId == plan || l.Measure!.PlanId == plan
                || l.SubAction!.Project!.Aim!.PlanId == plan || l.Update!.Project!.Aim!.PlanId == plan
                || database.PlanInspections.Any(i => i.PlanId == plan && i.InspectionId == l.Recommendation!.InspectionId)
                || (l.RecommendationId != null && l.Recommendation!.InspectionId == null)))
            .Include(v => v.Item).ThenInclude(i => i!.Links).ThenInclude(l => l.Recommendation)
            .Include(v => v.Item).ThenInclude(i => i!.Links).ThenInclude(l => l.SubAction)
            .Include(v => v.Item).ThenInclude(i => i!.Links).ThenInclude(l => l.Update)
            .Include(v => v.Item).ThenInclude(i => i!.Links).ThenInclude(l => l.Measure);

    private sealed record PublishedBytes(byte[] Snapshot, string Sha256);
}
