using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A project as home needs it.</summary>
internal sealed class HomeProject
{
    public Guid Id { get; init; }
    public Guid PlanId { get; init; }
    public Guid AimId { get; init; }
    public Guid? DriverId { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required Deadline Deadline { get; init; }
    public required Deadline Forecast { get; init; }
    public ProjectStatus Status { get; init; }
    public string? Rag { get; init; }
    public bool HasLead { get; init; }
    public bool HasEvidence { get; init; }
    public bool IsOwn { get; init; }

    /// <summary>Sub-actions that are dated or owned, and milestones that are not reached.</summary>
    public IReadOnlyList<HomeStep> Steps { get; private set; } = [];

    /// <summary>What of it is late.</summary>
    public Lateness Late { get; private set; } = new(DeadlineNote.Of(Deadline.None, DateOnly.MinValue, isFinished: true), 0);

    public IReadOnlyList<HomeMilestone> Milestones { get; private set; } = [];

    public bool IsStopped => Status == ProjectStatus.Stopped;

    public bool IsFinished => Status.IsFinished();

    /// <summary>Adds its milestones and sub-actions, with what is late on a day.</summary>
    public void AddDated(IEnumerable<HomeMilestoneRow> milestones, IEnumerable<HomeStepRow> steps, DateOnly today)
    {
        Milestones = [.. milestones.Select(m => new HomeMilestone(m.Id, m.Title, m.Deadline))];
        Steps =
        [
            .. steps.Select(s => new HomeStep(
                s.Id, s.Title, s.Deadline, Lateness.OfStep(s.Deadline, s.Status, today, IsFinished), s.IsOwn, IsFinished || s.Status.IsFinished())),
        ];
        Late = Lateness.Of(DeadlineNote.Of(Deadline, today, IsFinished), Steps.Select(s => s.Note));
    }
}
