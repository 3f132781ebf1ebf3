using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Reporting.Comparisons;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>A deadline of a live plan that moved.</summary>
internal sealed class LiveSlip
{
    public int TenantId { get; init; }
    public Guid PlanId { get; init; }
    public Guid ProjectId { get; init; }
    public required Deadline From { get; init; }
    public required Deadline To { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }

    public bool IsLater => ExpectedDates.IsLater(From.Due, To.Due);
}
