using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A sub-action. Its text and its owners in the plan's words are empty where no column shows them.</summary>
internal sealed class PlanStepRow
{
    public Guid Id { get; init; }
    public Guid ProjectId { get; init; }
    public int Position { get; init; }
    public SubActionCategory Category { get; init; }
    public required string Text { get; init; }
    public string? OwnersText { get; init; }
    public ProjectStatus Status { get; init; }
    public required Deadline Deadline { get; init; }
    public required List<LeadName> Owners { get; init; }
}
