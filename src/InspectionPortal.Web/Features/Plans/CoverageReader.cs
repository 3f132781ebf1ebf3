using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Reads what coverage is computed from, in four commands however large the plan is.</summary>
internal sealed class CoverageReader(PortalDbContext database, TenantAccess access)
{
    private enum Edge
    {
        Link,
        Driver,
        Measure,
        Proof,
    }

    /// <summary>Coverage of one plan; of evidence a link officer's counts only what was released.</summary>
    public async Task<(Coverage Coverage, IReadOnlyList<CoverageAim> Aims)> ReadAsync(Guid planId, CancellationToken cancellationToken)
    {
        var aims = await database.StretchAims.AsNoTracking().Where(a => a.PlanId == planId).OrderBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new CoverageAim(a.Id, a.Number, a.Statement)).ToListAsync(cancellationToken);
        return (await ReadAsync(planId, aims, await ProjectsAsync(planId, cancellationToken), cancellationToken), aims);
    }

    /// <summary>Coverage where the projects are known already: two commands.</summary>
    public async Task<Coverage> ReadAsync(
        Guid planId, IReadOnlyList<CoverageAim> aims, IReadOnlyList<CoverageProject> projects, CancellationToken cancellationToken) =>
        await ReadAsync(planId, aims, projects, await RecommendationsAsync(planId, cancellationToken), cancellationToken);

    /// <summary>Coverage where projects and recommendations are known already: one command.</summary>
    public async Task<Coverage> ReadAsync(
        Guid planId, IReadOnlyList<CoverageAim> aims, IReadOnlyList<CoverageProject> projects, IReadOnlyList<CoverageRecommendation> recommendations,
        CancellationToken cancellationToken)
    {
        var edges = (await Edges(planId).ToListAsync(cancellationToken)).ToLookup(e => e.Kind);
        return Coverage.Of(new CoverageInput(
            recommendations,
            [.. edges[Edge.Link].Select(e => new CoverageLink(e.RecommendationId!.Value, e.AimId, e.DriverId, e.ProjectId, e.MeasureId, e.IsInferred))],
            aims,
            [.. edges[Edge.Driver].Select(e => new CoverageDriver(e.Id, e.AimId!.Value, e.DriverId))],
            projects,
            [.. edges[Edge.Measure].Select(e => new CoverageMeasure(e.Id, e.AimId, e.DriverId, e.ProjectId))],
            [.. edges[Edge.Proof].Select(e => new CoverageProof(e.Id, e.RecommendationId, e.ProjectId, e.MeasureId))]));
    }

    /// <summary>The plan's projects, in its order.</summary>
    public Task<List<CoverageProject>> ProjectsAsync(Guid planId, CancellationToken cancellationToken) =>
        database.Projects.AsNoTracking().Where(p => p.Aim!.PlanId == planId)
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new CoverageProject(
                p.Id, p.Number, p.Title, p.AimId, p.DriverId, p.Leads.Count > 0,
                p.NoActionNeededReason != null ? CoverageState.NotNeeded : p.Status == ProjectStatus.Stopped ? CoverageState.Stopped : CoverageState.InHand,
                p.Rag))
            .ToListAsync(cancellationToken);

    /// <summary>Those this plan is to answer: all but those of inspections that only another plan answers.</summary>
    private Task<List<CoverageRecommendation>> RecommendationsAsync(Guid planId, CancellationToken cancellationToken) =>
        database.RecommendationsFor(access).AsNoTracking()
            .Where(r => r.InspectionId == null
                || !database.PlanInspections.Any(i => i.InspectionId == r.InspectionId)
                || database.PlanInspections.Any(i => i.InspectionId == r.InspectionId && i.PlanId == planId)
                || r.Links.Any(l => l.Aim!.PlanId == planId || l.Driver!.Aim!.PlanId == planId || l.Project!.Aim!.PlanId == planId || l.Measure!.PlanId == planId))
            .OrderByDescending(r => r.Inspection!.Published).ThenBy(r => r.InspectionId).ThenBy(r => r.Position).ThenBy(r => r.Id)
            .Select(r => new CoverageRecommendation(r.Id, r.Number, r.Title ?? r.Text, r.Kind == RecommendationKind.OwnPriority, r.Theme, r.IsReworded))
            .ToListAsync(cancellationToken);

    /// <summary>Links, drivers, measures and proofs as ids, so that one command reads them all.</summary>
    private IQueryable<EdgeRow> Edges(Guid planId)
    {
        var onlyReleased = access.IsByGrant;
        return database.RecommendationLinks.Select(l => new EdgeRow
        {
            Kind = Edge.Link,
            Id = l.Id,
            RecommendationId = l.RecommendationId,
            AimId = l.AimId,
            DriverId = l.DriverId,
            ProjectId = l.ProjectId,
            MeasureId = l.MeasureId,
            IsInferred = l.Basis == LinkBasis.Inferred,
        }).Concat(database.KeyDrivers.Where(d => d.Aim!.PlanId == planId).Select(d => new EdgeRow
        {
            Kind = Edge.Driver,
            Id = d.Id,
            RecommendationId = null,
            AimId = d.AimId,
            DriverId = d.ParentId,
            ProjectId = null,
            MeasureId = null,
            IsInferred = false,
        })).Concat(database.Measures.Where(m => m.PlanId == planId && !m.IsIllustrative).Select(m => new EdgeRow
        {
            Kind = Edge.Measure,
            Id = m.Id,
            RecommendationId = null,
            AimId = m.AimId,
            DriverId = m.DriverId,
            ProjectId = m.ProjectId,
            MeasureId = null,
            IsInferred = false,
        })).Concat(database.EvidenceLinks.Where(l => !onlyReleased || l.Item!.Versions.Any(v => v.ReleasedAt != null)).Select(l => new EdgeRow
        {
            Kind = Edge.Proof,
            Id = l.ItemId,
            RecommendationId = l.RecommendationId,
            AimId = null,
            DriverId = null,
            ProjectId = l.ProjectId ?? (Guid?)l.SubAction!.ProjectId ?? (Guid?)l.Update!.ProjectId,
            MeasureId = l.MeasureId,
            IsInferred = false,
        }));
    }

    private sealed class EdgeRow
    {
        public Edge Kind { get; init; }
        public Guid Id { get; init; }
        public Guid? RecommendationId { get; init; }
        public Guid? AimId { get; init; }
        public Guid? DriverId { get; init; }
        public Guid? ProjectId { get; init; }
        public Guid? MeasureId { get; init; }
        public bool IsInferred { get; init; }
    }
}
