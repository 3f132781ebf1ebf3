namespace InspectionPortal.Domain.Reporting;

/// <summary>Days that a calendar must not lead to.</summary>
public enum CalendarProblem
{
    /// <summary>Updates would be due before the period that they are about begins.</summary>
    DueBeforePeriod,

    /// <summary>Updates would be due after the chief officers have met.</summary>
    DueAfterMeeting,
}
