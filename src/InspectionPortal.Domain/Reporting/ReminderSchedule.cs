namespace InspectionPortal.Domain.Reporting;

/// <summary>
/// When people are asked for updates without anyone doing it: when the period opens, 7 days and 1 day before the due date, on the
/// due date, and 3 days after it. Days are those of the partnership's own time zone.
/// </summary>
public static class ReminderSchedule
{
    /// <summary>A reminder that is later than this, as after the portal was down, is left out: it would only confuse.</summary>
    public const int LatestDays = 5;

    /// <summary>The reminder that counts on a day: the last one whose day has come.</summary>
    /// <param name="opensOn">First day of the period for updates.</param>
    /// <param name="dueOn">Last day on which updates are on time.</param>
    /// <param name="today">The real day in the partnership's zone.</param>
    /// <returns>Its reason and day; null before the period opens and when the last one is too long ago.</returns>
    public static (ReminderReason Reason, DateOnly Day)? At(DateOnly opensOn, DateOnly dueOn, DateOnly today)
    {
        (ReminderReason Reason, DateOnly Day)[] moments =
        [
            (ReminderReason.Opened, opensOn),
            (ReminderReason.WeekBefore, dueOn.AddDays(-7)),
            (ReminderReason.DayBefore, dueOn.AddDays(-1)),
            (ReminderReason.DueDay, dueOn),
            (ReminderReason.Overdue, dueOn.AddDays(3)),
        ];
        var passed = moments.Where(m => m.Day >= opensOn && m.Day <= today).ToList();
        return passed.Count == 0 || passed[^1].Day.AddDays(LatestDays) < today ? null : passed[^1];
    }
}
