using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
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
    public required IReadOnlyList<ImprovementProject> Projects { get; init; }
    public required IReadOnlyDictionary<Guid, ProgressUpdate> Accepted { get; init; }
    public required ILookup<Guid, DeadlineSlip> Slips { get; init; }
    public required IReadOnlyList<Measure> Measures { get; init; }
    public required ILookup<Guid, DataPoint> Points { get; init; }
    public required IReadOnlyList<Recommendation> Recommendations { get; init; }
    public required IReadOnlyList<EvidenceVersion> Evidence { get; init; }

    /// <summary>What the measures say on the plan's day.</summary>
    public required IReadOnlyDictionary<Guid, MeasureReading> Readings { get; init; }

    public required IReadOnlyList<SignalAnswer> Replies { get; init; }

    /// <summary>Names of those who accepted updates.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    public required IReadOnlySet<Guid> Signers { get; init; }

    public static async Task<SnapshotRows> ReadAsync(PortalDbContext database, ReportingPeriod period, DateOnly today, CancellationToken cancellationToken)
    {
        var plan = period.PlanId;
        var previous = await PreviousAsync(database, period, cancellationToken);
        var before = previous is null ? null : CanonicalJson.Read<QuarterSnapshot>(previous.Snapshot);
        var since = before?.SubmittedAt ?? DateTimeOffset.MinValue;
        var accepted = await database.ProgressUpdates.AsNoTracking()
            .Where(u => u.PeriodId == period.Id && u.State == UpdateState.Accepted)
            .Include(u => u.Entries).ThenInclude(e => e.Agency)
            .ToListAsync(cancellationToken);
        var reviewers = accepted.Select(u => u.ReviewedByUserId).OfType<Guid>().Distinct().ToList();
        return new SnapshotRows
        {
            Previous = before,
            PreviousSha256 = previous?.Sha256,
            Plan = await database.Plans.AsNoTracking().FirstAsync(p => p.Id == plan, cancellationToken),
            Aims = await database.StretchAims.AsNoTracking().Where(a => a.PlanId == plan).ToListAsync(cancellationToken),
            Projects = await database.Projects.AsNoTracking().Where(p => p.Aim!.PlanId == plan)
                .Include(p => p.Leads).ThenInclude(l => l.LeadResponsibility).ToListAsync(cancellationToken),
            Accepted = accepted.ToDictionary(u => u.ProjectId),
            Slips = (await database.DeadlineSlips.AsNoTracking().Where(s => s.Project!.Aim!.PlanId == plan && s.At > since)
                .ToListAsync(cancellationToken)).ToLookup(s => s.ProjectId),
            Measures = await database.Measures.AsNoTracking().Where(m => m.PlanId == plan && !m.IsIllustrative)
                .Include(m => m.Targets).ToListAsync(cancellationToken),
            Points = (await database.DataPoints.AsNoTracking().Where(p => p.Measure!.PlanId == plan)
                .ToListAsync(cancellationToken)).ToLookup(p => p.MeasureId),
            Readings = await MeasureReadings.ReadAsync(database, database.Measures.Where(m => m.PlanId == plan && !m.IsIllustrative), today, cancellationToken),
            Replies = await database.SignalAnswers.AsNoTracking().Where(a => a.Measure!.PlanId == plan || a.Project!.Aim!.PlanId == plan)
                .OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancellationToken),
            Recommendations = await RecommendationsOf(database, plan).ToListAsync(cancellationToken),
            Evidence = await EvidenceOf(database, plan, since).ToListAsync(cancellationToken),
            Names = await database.Users.AsNoTracking().Where(u => reviewers.Contains(u.Id))
                .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken),
            Signers = (await database.Memberships.AsNoTracking().Where(m => m.Role == PartnershipRole.ChiefOfficer)
                .Select(m => m.UserId).ToListAsync(cancellationToken)).ToHashSet(),
        };
    }

    /// <summary>The last approved quarter of the same plan that ended before this one does.</summary>
    private static Task<PublishedBytes?> PreviousAsync(PortalDbContext database, ReportingPeriod period, CancellationToken cancellationToken) =>
        database.PublishedReports.AsNoTracking()
            .Where(r => r.PlanId == period.PlanId && r.Period!.To < period.To)
            .OrderByDescending(r => r.Period!.To).ThenByDescending(r => r.PublishedAt)
            .Select(r => new PublishedBytes(r.Snapshot, r.Sha256))
            .FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<Recommendation> RecommendationsOf(PortalDbContext database, Guid plan) =>
        database.Recommendations.AsNoTracking()
            .Where(r => r.InspectionId == null
                || database.PlanInspections.Any(i => i.PlanId == plan && i.InspectionId == r.InspectionId)
                || r.Links.Any(l => l.Project!.Aim!.PlanId == plan || l.Aim!.PlanId == plan))
            .Include(r => r.Links);

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
