namespace InspectionPortal.Domain.Reporting;

/// <summary>A period as a reporting calendar plans it.</summary>
/// <param name="Title">What it is called, such as "October to December 2026".</param>
/// <param name="From">First day that it covers.</param>
/// <param name="To">Last day that it covers.</param>
/// <param name="OpensOn">The working day on which it opens for updates.</param>
/// <param name="DueOn">The working day by which updates are due.</param>
/// <param name="MeetingOn">When the chief officers meet; null where the calendar does not say.</param>
public sealed record PlannedPeriod(string Title, DateOnly From, DateOnly To, DateOnly OpensOn, DateOnly DueOn, DateOnly? MeetingOn)
{
    /// <summary>True where a period with these days has all days of this one.</summary>
    public bool IsWithin(DateOnly from, DateOnly to) => from <= From && to >= To;

    /// <summary>True where a period with these days has some day of this one.</summary>
    public bool Overlaps(DateOnly from, DateOnly to) => from <= To && to >= From;
}
