namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>A position statement that scrutiny bodies can read.</summary>
internal sealed record PublishedStatement
{
    public int TenantId { get; init; }
    public Guid RecommendationId { get; init; }

    /// <summary>Number of the recommendation that it is about.</summary>
    public required string Number { get; init; }

    /// <summary>The plan and the period of the report that it was approved with; null where it was approved on its own.</summary>
    public Guid? PlanId { get; init; }

    public Guid? PeriodId { get; init; }

    /// <summary>What it says of how well the partnership is doing.</summary>
    public string? HowWell { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }
}
