using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Reads what coverage is computed from, in seven commands however large the plan is.</summary>
internal sealed class CoverageReader(PortalDbContext database, TenantAccess access)
{
    /// <summary>Coverage of one plan; of evidence a link officer's counts only what was released.</summary>
    public async Task<(Coverage Coverage, IReadOnlyList<CoverageAim> Aims)> ReadAsync(Guid planId, CancellationToken cancellationToken)
    {
        var aims = await database.StretchAims.AsNoTracking().Where(a => a.PlanId == planId).OrderBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new CoverageAim(a.Id, a.Number, a.Statement)).ToListAsync(cancellationToken);
        return (await ReadAsync(planId, aims, await ProjectsAsync(One(planId), cancellationToken), cancellationToken), aims);
    }

    /// <summary>Coverage of one plan where its projects are known already: five commands.</summary>
    private async Task<Coverage> ReadAsync(
        Guid planId, IReadOnlyList<CoverageAim> aims, IReadOnlyList<CoverageProject> projects, CancellationToken cancellationToken) =>
        await ReadAsync(One(planId), aims, projects, await RecommendationsAsync(planId, cancellationToken), cancellationToken);

    /// <summary>Coverage of each of several plans whose projects are known already: five commands, however many plans there are.</summary>
    public async Task<IReadOnlyDictionary<Guid, Coverage>> ReadAsync(
        ILookup<Guid, CoverageProject> projects, IReadOnlyList<Guid> planIds, CancellationToken cancellationToken)
    {
        var recommendations = await RowsOf(database.RecommendationsFor(access)).ToListAsync(cancellationToken);
        var links = await database.RecommendationLinks.AsNoTracking().Select(l => new
        {
            PlanId = (Guid?)l.Aim!.PlanId ?? (Guid?)l.Driver!.PlanId ?? (Guid?)l.Project!.PlanId ?? (Guid?)l.Measure!.PlanId,
            Row = new CoverageLink(l.RecommendationId, l.AimId, l.DriverId, l.ProjectId, l.MeasureId, l.Basis == LinkBasis.Inferred),
        }).ToListAsync(cancellationToken);
        var drivers = await database.KeyDrivers.AsNoTracking().Where(d => planIds.Contains(d.PlanId))
            .Select(d => new { d.PlanId, Row = new CoverageDriver(d.Id, d.AimId, d.ParentId) }).ToListAsync(cancellationToken);
        var measures = await database.Measures.AsNoTracking().Where(m => planIds.Contains(m.PlanId) && !m.IsIllustrative)
            .Select(m => new { m.PlanId, Row = new CoverageMeasure(m.Id, m.AimId, m.DriverId, m.ProjectId) }).ToListAsync(cancellationToken);
        var proofs = await ProofsAsync(cancellationToken);
        return planIds.ToDictionary(id => id, id =>
        {
            var linked = links.Where(l => l.PlanId == id).Select(l => l.Row.RecommendationId).ToHashSet();
            var asked = recommendations.Where(r => r.InspectionId is null || r.PlanIds.Count == 0 || r.PlanIds.Contains(id) || linked.Contains(r.Row.Id));
            return Coverage.Of(new CoverageInput(
                [.. asked.Select(r => r.Row)], [.. links.Select(l => l.Row)], [], [.. drivers.Where(d => d.PlanId == id).Select(d => d.Row)],
                [.. projects[id]], [.. measures.Where(m => m.PlanId == id).Select(m => m.Row)], proofs));
        });
    }

    /// <summary>Coverage by the work of these plans, where projects and recommendations are known already: four commands.</summary>
    private async Task<Coverage> ReadAsync(
        IQueryable<Guid> plans, IReadOnlyList<CoverageAim> aims, IReadOnlyList<CoverageProject> projects, IReadOnlyList<CoverageRecommendation> recommendations,
        CancellationToken cancellationToken)
    {
        return Coverage.Of(new CoverageInput(
            recommendations, await LinksAsync(cancellationToken), aims, await DriversAsync(plans, cancellationToken), projects,
            await MeasuresAsync(plans, cancellationToken), await ProofsAsync(cancellationToken)));
    }

    /// <summary>How the work of every plan that may be read covers these recommendations: five commands.</summary>
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
        return RowsOf(database.RecommendationsFor(access).Where(r => asked.Contains(r.Id))).Select(r => r.Row).ToListAsync(cancellationToken);
    }

    private IQueryable<AskedRow> RowsOf(IQueryable<Recommendation> recommendations) => recommendations.AsNoTracking().AsSingleQuery()
        .OrderByDescending(r => r.Inspection!.Published).ThenBy(r => r.InspectionId).ThenBy(r => r.Position).ThenBy(r => r.Id)
        .Select(r => new AskedRow
        {
            InspectionId = r.InspectionId,
            PlanIds = database.PlanInspections.Where(i => i.InspectionId == r.InspectionId).Select(i => i.PlanId).ToList(),
            Row = new CoverageRecommendation(r.Id, r.Number, r.Title ?? r.Text, r.Kind == RecommendationKind.OwnPriority, r.Theme, r.IsReworded),
        });

    private sealed class AskedRow
    {
        public Guid? InspectionId { get; init; }
        public required List<Guid> PlanIds { get; init; }
        public required CoverageRecommendation Row { get; init; }
    }

    private Task<List<CoverageLink>> LinksAsync(CancellationToken cancellationToken) =>
        database.RecommendationLinks.AsNoTracking()
            .Select(l => new CoverageLink(l.RecommendationId, l.AimId, l.DriverId, l.ProjectId, l.MeasureId, l.Basis == LinkBasis.Inferred))
            .ToListAsync(cancellationToken);

    private Task<List<CoverageDriver>> DriversAsync(IQueryable<Guid> plans, CancellationToken cancellationToken) =>
        database.KeyDrivers.AsNoTracking().Where(d => plans.Contains(d.Aim!.PlanId))
            .Select(d => new CoverageDriver(d.Id, d.AimId, d.ParentId)).ToListAsync(cancellationToken);

    private Task<List<CoverageMeasure>> MeasuresAsync(IQueryable<Guid> plans, CancellationToken cancellationToken) =>
        database.Measures.AsNoTracking().Where(m => plans.Contains(m.PlanId) && !m.IsIllustrative)
            .Select(m => new CoverageMeasure(m.Id, m.AimId, m.DriverId, m.ProjectId)).ToListAsync(cancellationToken);

    /// <summary>What evidence proves; of a link officer's only what was released.</summary>
    private Task<List<CoverageProof>> ProofsAsync(CancellationToken cancellationToken)
    {
        var onlyReleased = access.IsByGrant;
        return database.EvidenceLinks.AsNoTracking().Where(l => !onlyReleased || l.Item!.Versions.Any(v => v.ReleasedAt != null))
            .Select(l => new CoverageProof(
                l.ItemId, l.RecommendationId, l.ProjectId ?? (Guid?)l.SubAction!.ProjectId ?? (Guid?)l.Update!.ProjectId, l.MeasureId))
            .ToListAsync(cancellationToken);
    }
}
