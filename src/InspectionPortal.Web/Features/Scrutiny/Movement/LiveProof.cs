namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>One thing that a released item of evidence proves.</summary>
internal sealed class LiveProof
{
    public int TenantId { get; init; }
    public Guid ItemId { get; init; }
    public Guid? PlanId { get; init; }
    public Guid? RecommendationId { get; init; }
    public Guid? ProjectId { get; init; }
    public Guid? MeasureId { get; init; }

    /// <summary>When a version of the item was last released.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }
}
