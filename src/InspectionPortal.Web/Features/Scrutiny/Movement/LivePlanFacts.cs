using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>What is read of all live plans together, and of one of them.</summary>
internal sealed record LivePlanFacts
{
    public IReadOnlyList<LiveProject> Projects { get; init; } = [];
    public IReadOnlyList<LiveSlip> Slips { get; init; } = [];
    public IReadOnlyList<LiveProof> Proofs { get; init; } = [];
    public IReadOnlyList<LiveRecommendation> Recommendations { get; init; } = [];
    public IReadOnlyList<LiveDriver> Drivers { get; init; } = [];
    public IReadOnlyList<ChartSource> Measures { get; init; } = [];

    /// <summary>How the plan's work covers its recommendations, by the one rule of coverage.</summary>
    public Coverage Coverage => field ??= Coverage.Of(new CoverageInput(
        [.. Recommendations.Select(r => r.ForCoverage)],
        [.. Recommendations.SelectMany(r => r.Links.Select(l => new CoverageLink(r.Id, l.AimId, l.DriverId, l.ProjectId, l.MeasureId,
            false)))],
        [],
        [.. Drivers.Select(d => new CoverageDriver(d.Id, d.AimId, d.ParentId))],
        [.. Projects.Select(p => p.ForCoverage)],
        [.. Measures.Select(m => new CoverageMeasure(m.Id, m.AimId, m.DriverId, m.ProjectId))],
        [.. Proofs.Select(p => new CoverageProof(p.ItemId, p.RecommendationId, p.ProjectId, p.MeasureId))]));

    /// <summary>Proofs of the plan's own work and of its recommendations.</summary>
    public IEnumerable<LiveProof> ProofsOf(Guid plan)
    {
        var asked = Recommendations.Select(r => r.Id).ToHashSet();
        return Proofs.Where(p => p.PlanId == plan || (p.RecommendationId is { } id && asked.Contains(id)));
    }
}
