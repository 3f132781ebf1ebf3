using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>An approved report that somebody may read, without its content.</summary>
public sealed record ApprovedReport
{
    public required Guid Id { get; init; }
    public required Guid PeriodId { get; init; }
    public required Guid PlanId { get; init; }
    public required string PlanTitle { get; init; }
    public required string Title { get; init; }

    /// <summary>Last day of the period: what puts the reports of a plan in order.</summary>
    public required DateOnly To { get; init; }

    /// <summary>A quarter, the plan as it was agreed, or its closing report.</summary>
    public required PeriodKind Kind { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}
