using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>A recommendation with the plans that are to answer it and the work that is linked to it.</summary>
internal sealed class LiveRecommendation
{
    public int TenantId { get; init; }
    public Guid Id { get; init; }
    public required string Number { get; init; }
    public List<Guid> Plans { get; init; } = [];
    public List<LiveLink> Links { get; init; } = [];

    public bool IsOf(Guid plan) => Plans.Contains(plan) || Links.Exists(l => l.PlanId == plan);

    public CoverageRecommendation ForCoverage => new(Id, Number, string.Empty, IsOwn: false, null, IsReworded: false);
}
