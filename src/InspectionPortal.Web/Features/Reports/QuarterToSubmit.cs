using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What the partnership lead sees before submitting.</summary>
public sealed record QuarterToSubmit
{
    public Guid Id { get; } = Guid.CreateVersion7();
    public required Guid PeriodId { get; init; }
    public required uint Version { get; init; }
    public required string Title { get; init; }
    public required string PlanTitle { get; init; }
    public required PeriodState State { get; init; }
    public required DateOnly DueOn { get; init; }
    /// <summary>How many approvals it will need, and whether that was chosen.</summary>
    public required ApprovalQuorum Quorum { get; init; }

    /// <summary>Chief officers who can approve, other than the person who would submit.</summary>
    public required int CanSign { get; init; }

    public required IReadOnlyList<ProjectAnswer> Projects { get; init; }
    public required ReturnNote? Returned { get; init; }

    public IEnumerable<ProjectAnswer> Accepted => Projects.Where(p => p.Update?.State == UpdateState.Accepted);
    public IEnumerable<ProjectAnswer> Waiting => Projects.Where(p => p.Update?.State == UpdateState.Submitted);
    public IEnumerable<ProjectAnswer> Missing =>
        Projects.Where(p => p.Update?.State is not (UpdateState.Accepted or UpdateState.Submitted));
}
