using System.Globalization;

namespace InspectionPortal.Domain.Deadlines;

/// <summary>Distances in the words of the screen: British English, whatever the culture of the machine.</summary>
public static class DeadlineText
{
    /// <summary>How late: "1 day late", "12 days late"; "not late" for 0 or fewer.</summary>
    /// <param name="days">Whole days past the due date, as from <see cref="Deadline.DaysLate"/>.</param>
    public static string Late(int days) => days <= 0 ? "not late" : $"{Days(days)} late";

    /// <summary>How soon: "due today" for 0, "in 1 day", "in 3 days"; a negative number reads as late ("2 days late").</summary>
    /// <param name="days">Whole days from today to the due date.</param>
    public static string Coming(int days) => days switch
    {
        0 => "due today",
        > 0 => $"in {Days(days)}",
        _ => $"{Days(-(long)days)} late",
    };

    /// <summary>Where a due date stands against today: "due today", "in 3 days" or "12 days late".</summary>
    public static string Distance(DateOnly due, DateOnly today) => Coming(due.DayNumber - today.DayNumber);

    private static string Days(long days) => string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")}");
}
