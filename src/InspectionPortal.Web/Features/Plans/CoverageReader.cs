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
        return (await ReadAsync(planId, aims, await ProjectsAsync(One(planId), cancellationToken), cancellationToken), aims);
    }

    /// <summary>Coverage where the projects are known already: two commands.</summary>
    public async Task<Coverage> ReadAsync(
        Guid planId, IReadOnlyList<CoverageAim> aims, IReadOnlyList<CoverageProject> projects, CancellationToken cancellationToken) =>
        await ReadAsync(One(planId), aims, projects, await RecommendationsAsync(planId, cancellationToken), cancellationToken);

    /// <summary>Coverage by the work of these plans, where projects and recommendations are known already: one command.</summary>
    private async Task<Coverage> ReadAsync(
        IQueryable<Guid> plans, IReadOnlyList<CoverageAim> aims, IReadOnlyList<CoverageProject> projects, IReadOnlyList<CoverageRecommendation> recommendations,
        CancellationToken cancellationToken)
    {
        var edges = (await Edges(plans).ToListAsync(cancellationToken)).ToLookup(e => e.Kind);
        return Coverage.Of(new CoverageInput(
            recommendations,
            [.. edges[Edge.Link].Select(e => new CoverageLink(e.RecommendationId!.Value, e.AimId, e.DriverId, e.ProjectId, e.MeasureId, e.IsInferred))],
            aims,
            [.. edges[Edge.Driver].Select(e => new CoverageDriver(e.Id, e.AimId!.Value, e.DriverId))],
            projects,
            [.. edges[Edge.Measure].Select(e => new CoverageMeasure(e.Id, e.AimId, e.DriverId, e.ProjectId))],
            [.. edges[Edge.Proof].Select(e => new CoverageProof(e.Id, e.RecommendationId, e.ProjectId, e.MeasureId))]));
    }

    /// <summary>How the work of every plan that may be read covers these recommendations: two commands.</summary>
    public async Task<Coverage> ReadAsync(IReadOnlyList<CoverageRecommendation> recommendations, CancellationToken cancellationToken)
    {
        var plans = database.PlansFor(access).Select(p => p.Id);
        return await ReadAsync(plans, [], await ProjectsAsync(plans, cancellationToken), recommendations, cancellationToken);
    }

    /// <summary>The plans' projects, in their order.</summary>
    private Task<List<CoverageProject>> ProjectsAsync(IQueryable<Guid> plans, CancellationToken cancellationToken) =>
        database.Projects.AsNoTracking().Where(p => plans.Contains(p.Aim!.PlanId))
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new CoverageProject(
                p.Id, p.Number, p.Title, p.AimId, p.DriverId, p.Leads.Count > 0,
                p.NoActionNeededReason != null ? CoverageState.NotNeeded : p.Status == ProjectStatus.Stopped ? CoverageState.Stopped : CoverageState.InHand,
                p.Rag)
            {
                Status = p.Status,
            })
            .ToListAsync(cancellationToken);

    private IQueryable<Guid> One(Guid planId) => database.Plans.Where(p => p.Id == planId).Select(p => p.Id);

    /// <summary>Those this plan is to answer: all but those of inspections that only another plan answers.</summary>
    private Task<List<CoverageRecommendation>> RecommendationsAsync(Guid planId, CancellationToken cancellationToken)
    {
        var ofPlans = database.PlanInspections.Select(i => (Guid?)i.InspectionId);
        var asked = database.Recommendations.Where(r => r.InspectionId == null || !ofPlans.Contains(r.InspectionId)).Select(r => r.Id)
            .Union(database.RecommendationsOf([planId]).Select(r => r.Id));
        return database.RecommendationsFor(access).AsNoTracking()
            .Where(r => asked.Contains(r.Id))
            .OrderByDescending(r => r.Inspection!.Published).ThenBy(r => r.InspectionId).ThenBy(r => r.Position).ThenBy(r => r.Id)
            .Select(r => new CoverageRecommendation(r.Id, r.Number, r.Title ?? r.Text, r.Kind == RecommendationKind.OwnPriority, r.Theme, r.IsReworded))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Links, drivers, measures and proofs as ids, so that one command reads them all.</summary>
    private IQueryable<EdgeRow> Edges(IQueryable<Guid> plans)
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
        }).Concat(database.KeyDrivers.Where(d => plans.Contains(d.Aim!.PlanId)).Select(d => new EdgeRow
        {
            Kind = Edge.Driver,
            Id = d.Id,
            RecommendationId = null,
            AimId = d.AimId,
            DriverId = d.ParentId,
            ProjectId = null,
            MeasureId = null,
            IsInferred = false,
        })).Concat(database.Measures.Where(m => plans.Contains(m.PlanId) && !m.IsIllustrative).Select(m => new EdgeRow
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
