using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Features.Updates;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A project as home needs it.</summary>
internal sealed class HomeProject
{
    public Guid Id { get; init; }
    public Guid AimId { get; init; }
    public Guid? DriverId { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required Deadline Deadline { get; init; }
    public required Deadline Forecast { get; init; }
    public ProjectStatus Status { get; init; }
    public string? Rag { get; init; }
    public bool HasLead { get; init; }
    public bool IsOwn { get; init; }

    /// <summary>Sub-actions that are dated or owned, and milestones that are not reached.</summary>
    public IReadOnlyList<HomeStep> Steps { get; private set; } = [];

    /// <summary>What of it is late.</summary>
    public Lateness Late { get; private set; } = new(DeadlineNote.Of(Deadline.None, DateOnly.MinValue, isFinished: true), 0);

    public IReadOnlyList<HomeMilestone> Milestones { get; private set; } = [];

    public bool IsStopped => Status == ProjectStatus.Stopped;

    public bool IsFinished => DeadlineNote.IsFinished(Status);

    /// <summary>Hangs on it what is dated of it, as it stands on a day.</summary>
    public void Take(IEnumerable<HomeDated> dated, DateOnly today)
    {
        var all = dated.ToList();
        Milestones = [.. all.Where(d => !d.IsStep).Select(d => new HomeMilestone(d.Id, d.Title, d.Deadline))];
        Steps =
        [
            .. all.Where(d => d.IsStep).Select(d => new HomeStep(
                d.Id, d.Title, d.Deadline, Lateness.OfStep(d.Deadline, Enum.Parse<ProjectStatus>(d.Status), today, IsFinished), d.IsOwn,
                IsFinished || DeadlineNote.IsFinished(Enum.Parse<ProjectStatus>(d.Status)))),
        ];
        Late = Lateness.Of(DeadlineNote.Of(Deadline, today, IsFinished), Steps.Select(s => s.Note));
    }
}

/// <summary>A sub-action or a milestone, in a shape that both share.</summary>
internal sealed class HomeDated
{
    public bool IsStep { get; init; }
    public Guid Id { get; init; }
    public Guid ProjectId { get; init; }
    public required string Title { get; init; }
    public required Deadline Deadline { get; init; }
    public required string Status { get; init; }
    public bool IsOwn { get; init; }
}

/// <summary>A sub-action of a project.</summary>
/// <param name="Note">Its deadline on the plan's day.</param>
/// <param name="IsOwn">True where the reader owns it.</param>
/// <param name="IsFinished">True where no date presses any more.</param>
internal sealed record HomeStep(Guid Id, string Title, Deadline Deadline, DeadlineNote Note, bool IsOwn, bool IsFinished);

/// <summary>The newest quarter that was submitted: the rating of each project as it stood then.</summary>
internal sealed record HomeBefore(Guid PeriodId, string Title, byte[] Edition);

/// <summary>The plan with what is told of it as a whole.</summary>
internal sealed record HomeHead(HomePlan Plan, int Unreleased, List<HomePeriod> Periods, HomeBefore? Before);

internal sealed record HomeMilestone(Guid Id, string Title, Deadline Deadline);

/// <summary>A quarter that is not approved, with its updates so far.</summary>
internal sealed class HomePeriod
{
    public Guid Id { get; init; }
    public required string Title { get; init; }
    public DateOnly OpensOn { get; init; }
    public DateOnly DueOn { get; init; }
    public DateOnly? MeetingOn { get; init; }
    public PeriodState State { get; init; }
    public bool WasReturned { get; init; }
    public bool ISubmitted { get; init; }
    public bool ISigned { get; init; }
    public required List<HomeUpdate> Updates { get; init; }
}

internal sealed record HomeUpdate(Guid ProjectId, UpdateState State, string? ReviewComment);
