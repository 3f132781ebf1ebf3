namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>Moments of working days, so that nobody in the history works on a Sunday.</summary>
internal static class HistoryDays
{
    /// <summary>That day, or the Monday after it, at a time of the day.</summary>
    public static DateTimeOffset At(DateOnly day, int hour, int minute = 0) =>
        new(Working(day).ToDateTime(new TimeOnly(hour, 0).AddMinutes(minute)), TimeSpan.Zero);

    public static DateTimeOffset At(string day, int hour, int minute = 0) => At(SeedText.Date(day), hour, minute);

    private static DateOnly Working(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
