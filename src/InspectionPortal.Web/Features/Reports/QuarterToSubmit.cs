using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>What the partnership lead sees before submitting: what is missing, and the report as it would be sealed.</summary>
public sealed record QuarterToSubmit
{
    public Guid Id { get; } = Guid.CreateVersion7();
    public required Guid PeriodId { get; init; }
    public required uint Version { get; init; }
    public required string Title { get; init; }
    public required string PlanTitle { get; init; }
    public required PeriodState State { get; init; }
    public PeriodKind Kind { get; init; }

    /// <summary>How many approvals it will need, and whether that was chosen.</summary>
    public required ApprovalQuorum Quorum { get; init; }

    /// <summary>Chief officers who can approve, other than the person who would submit.</summary>
    public int CanSign { get; init; }

    /// <summary>Agencies that must sign and for which nobody can; while there are any, the quarter cannot be submitted.</summary>
    public IReadOnlyList<string> NobodySignsFor { get; init; } = [];

    public IReadOnlyList<ProjectAnswer> Projects { get; init; } = [];

    /// <summary>Evidence that scrutiny bodies will not find in the report, because it is not released.</summary>
    public IReadOnlyList<SnapshotEvidence> Unreleased { get; init; } = [];

    /// <summary>Numbers of recommendations whose draft of a position statement does not say enough to go with the report.</summary>
    public IReadOnlyList<string> Unfinished { get; init; } = [];

    /// <summary>The report as it would be sealed now; null where the quarter is not with the partnership lead.</summary>
    public ReportContent? Content { get; init; }

    /// <summary>Version of the draft that the preview shows; 0 for none.</summary>
    public uint DraftVersion { get; init; }

    public ReturnNote? Returned { get; init; }

    public IEnumerable<ProjectAnswer> Accepted => Projects.Where(p => p.Update?.State == UpdateState.Accepted);
    public IEnumerable<ProjectAnswer> Waiting => Projects.Where(p => p.Update?.State == UpdateState.Submitted);
    public IEnumerable<ProjectAnswer> Missing =>
        Projects.Where(p => p.Update?.State is not (UpdateState.Accepted or UpdateState.Submitted));
}
