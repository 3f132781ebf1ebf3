using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Home;

/// <summary>A quarter that is not approved, with its updates so far.</summary>
internal sealed class HomePeriod
{
    public Guid Id { get; init; }
    public Guid PlanId { get; init; }
    public required string Title { get; init; }
    public DateOnly OpensOn { get; init; }
    public DateOnly DueOn { get; init; }
    public DateOnly? MeetingOn { get; init; }
    public PeriodKind Kind { get; init; }
    public PeriodState State { get; init; }
    public bool WasReturned { get; init; }
    public bool ISubmitted { get; init; }
    public bool ISigned { get; init; }
    public required List<HomeUpdate> Updates { get; init; }

    /// <summary>
    /// True where something waits for somebody: it is open and its day has come, someone has started, or it went on to the lead and
    /// the chief officers. What they must do does not wait for the opening day.
    /// </summary>
    public bool IsUnderWay(DateOnly today) => State != PeriodState.Open || OpensOn <= today || Updates.Count > 0;
}
