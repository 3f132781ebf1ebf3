using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// When the periods of one plan open, when updates are due and when the chief officers meet. While it is on, the portal opens each
/// period by itself. What days follow from it is worked out by <see cref="ReportingCalendarPlanner"/>.
/// </summary>
public sealed class ReportingCalendar : TenantEntity
{
    /// <summary>Longest time between the end of a period and its opening, before or after, and between opening and due date.</summary>
    public const int DaysMaximum = 90;

    /// <summary>Most meeting dates.</summary>
    public const int MeetingDatesMaximum = 60;

    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }

    /// <summary>False: periods are opened by hand. The settings are kept.</summary>
    public bool IsOn { get; set; } = true;

    public ReportingCalendarKind Kind { get; set; }

    /// <summary>The first day of the first period. What is before it was reported elsewhere or opened by hand.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>
    /// Days from the last day of the period to the day it opens: 1 is the day after, less than 0 is before the period ends. For
    /// meeting dates they count from the meeting, and are less than 0.
    /// </summary>
    public int OpensAfterDays { get; set; } = 1;

    /// <summary>Days from the opening day to the due day.</summary>
    public int DueAfterDays { get; set; } = 30;

    /// <summary>True where <see cref="DueAfterDays"/> counts working days.</summary>
    public bool DueInWorkingDays { get; set; }

    /// <summary>Days from the due day to the meeting of the chief officers; null where it is not known. Unused for meeting dates.</summary>
    public int? MeetingAfterDays { get; set; }

    /// <summary>The meetings, in order; for <see cref="ReportingCalendarKind.MeetingDates"/> only.</summary>
    public List<DateOnly> MeetingDates { get; set; } = [];

    /// <summary>Whose bank holidays count.</summary>
    public BankHolidayRegion Region { get; set; }

    /// <summary>Which reminders go out; none where it is empty. Kept in the order of <see cref="ReminderSchedule.All"/>.</summary>
    public List<ReminderReason> Reminders { get; set; } = [.. ReminderSchedule.All];
}
