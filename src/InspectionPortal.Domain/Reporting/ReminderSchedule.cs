namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// When people are asked for updates without anyone doing it: when the period opens, 7 days and 1 day before the due date, on the
/// due date, and 3 days after it. On that last day the partnership leads are told how many are missing, too. A reporting calendar
/// can leave some of them out. Days are those of the partnership's own time zone.
/// </summary>
public static class ReminderSchedule
{
    /// <summary>A reminder that is later than this, as after the portal was down, is left out: it would only confuse.</summary>
    public const int LatestDays = 5;

    private const int WeekBeforeDays = 7;
    private const int OverdueDays = 3;

    /// <summary>Every reminder that goes out without anyone doing it, in the order of their days; the default.</summary>
    public static IReadOnlyList<ReminderReason> All { get; } =
    [
        ReminderReason.Opened, ReminderReason.WeekBefore, ReminderReason.DayBefore, ReminderReason.DueDay, ReminderReason.Overdue,
        ReminderReason.StillMissing,
    ];

    /// <summary>The reminder to those who owe updates that counts on a day: the last one whose day has come.</summary>
    /// <param name="opensOn">First day of the period for updates.</param>
    /// <param name="dueOn">Last day on which updates are on time.</param>
    /// <param name="today">The real day in the partnership's zone.</param>
    /// <param name="chosen">The reminders that the plan's calendar has; null for all.</param>
    /// <returns>Its reason and day; null before the period opens and when the last one is too long ago.</returns>
    public static (ReminderReason Reason, DateOnly Day)? At(
        DateOnly opensOn, DateOnly dueOn, DateOnly today, IReadOnlyCollection<ReminderReason>? chosen = null)
    {
        (ReminderReason Reason, DateOnly Day)[] moments =
        [
            (ReminderReason.Opened, opensOn),
            (ReminderReason.WeekBefore, dueOn.AddDays(-WeekBeforeDays)),
            (ReminderReason.DayBefore, dueOn.AddDays(-1)),
            (ReminderReason.DueDay, dueOn),
            (ReminderReason.Overdue, dueOn.AddDays(OverdueDays)),
        ];
        var passed = moments.Where(m => m.Day >= opensOn && m.Day <= today && (chosen ?? All).Contains(m.Reason)).ToList();
        return passed.Count == 0 || IsTooLate(passed[^1].Day, today) ? null : passed[^1];
    }

    /// <summary>The day for which the partnership leads are told that updates are missing; null where it is not now.</summary>
    /// <param name="dueOn">Last day on which updates are on time.</param>
    /// <param name="today">The real day in the partnership's zone.</param>
    /// <param name="chosen">The reminders that the plan's calendar has; null for all.</param>
    public static DateOnly? LeadsAt(DateOnly dueOn, DateOnly today, IReadOnlyCollection<ReminderReason>? chosen = null)
    {
        var day = dueOn.AddDays(OverdueDays);
        return day <= today && !IsTooLate(day, today) && (chosen ?? All).Contains(ReminderReason.StillMissing) ? day : null;
    }

    private static bool IsTooLate(DateOnly day, DateOnly today) => day.AddDays(LatestDays) < today;
}
