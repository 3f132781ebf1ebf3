using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>
/// What the dates alone say of a project, beside what people judged. It never replaces the rating; it says where the two
/// disagree, and why.
/// </summary>
/// <param name="Rating">The reading in the partnership's own key; null where the dates say nothing.</param>
/// <param name="Why">The reason in a sentence.</param>
/// <param name="Differs">True where people gave another rating.</param>
public sealed record ProjectReading(Rating? Rating, string Why, bool Differs)
{
    private const int SoonDays = 30;

    private enum Level
    {
        Best,
        Middle,
        Worst,
    }

    /// <summary>Reads a project on a day.</summary>
    /// <param name="dates">What is known of it.</param>
    /// <param name="key">The partnership's ratings.</param>
    /// <param name="today">The plan's today.</param>
    public static ProjectReading Of(ProjectDates dates, IReadOnlyList<Rating> key, DateOnly today)
    {
        var ordered = key.OrderBy(r => r.Order).ToList();
        var (level, why) = Read(dates, today);
        if (level is not { } read || ordered.Count == 0)
        {
            return new ProjectReading(null, why, false);
        }

        var given = ordered.FindIndex(r => string.Equals(r.Code, dates.Rag, StringComparison.OrdinalIgnoreCase));
        return new ProjectReading(ordered[Place(read, ordered.Count)], why, given >= 0 && LevelOf(given, ordered.Count) != Shown(read, ordered.Count));
    }

    private static (Level? Level, string Why) Read(ProjectDates dates, DateOnly today)
    {
        if (dates.Status == ProjectStatus.Stopped)
        {
            return (null, "The work is stopped, so its dates say nothing.");
        }

        if (DeadlineNote.IsFinished(dates.Status))
        {
            return (null, "The work is done, so no date presses.");
        }

        if (dates.Deadline.FirstMissed(today) is { } missed)
        {
            return Missed(dates.Deadline, missed, today);
        }

        if (dates.Deadline.NextDue(today) is not { } due || due < today)
        {
            return (null, dates.Deadline.Text.Length == 0
                ? "The plan gives no deadline, so there is nothing to read."
                : "The deadline holds no single date, so there is nothing to read.");
        }

        if (dates.Forecast.Due > dates.Deadline.Due)
        {
            return (Level.Middle, $"The forecast, {dates.Forecast.Text}, is later than the deadline, {dates.Deadline.Text}.");
        }

        return dates.Status == ProjectStatus.NotStarted && due.DayNumber - today.DayNumber <= SoonDays
            ? (Level.Middle, $"It is due {DayWords.FromNow(due, today)} and has not started.")
            : (Level.Best, $"Nothing is late: {DayWords.Full(due)} is {DayWords.FromNow(due, today)}.");
    }

    private static (Level? Level, string Why) Missed(Deadline deadline, DateOnly missed, DateOnly today)
    {
        var next = deadline.Stages.Where(s => s.Due >= today).OrderBy(s => s.Due).FirstOrDefault();
        if (next is not { Due: { } due })
        {
            return (Level.Worst, $"The deadline passed {DayWords.FromNow(missed, today)}, on {DayWords.Full(missed)}, and the work is not done.");
        }

        var stage = deadline.Stages.First(s => s.Due == missed);
        return (Level.Middle,
            $"The first stage, {stage.Label} by {DayWords.Full(missed)}, passed {DayWords.FromNow(missed, today)}. {next.Label} is due {DayWords.FromNow(due, today)}.");
    }

    private static int Place(Level level, int ratings) => level switch
    {
        Level.Best => 0,
        Level.Worst => ratings - 1,
        _ => ratings / 2,
    };

    private static Level LevelOf(int place, int ratings) =>
        place == 0 ? Level.Best : place == ratings - 1 ? Level.Worst : Level.Middle;

    private static Level Shown(Level level, int ratings) => LevelOf(Place(level, ratings), ratings);
}

/// <summary>What the reading is made from.</summary>
/// <param name="Deadline">The deadline in force.</param>
/// <param name="Forecast">When those who do it expect to be done; none where they agree with the deadline.</param>
/// <param name="Status">Where the work is.</param>
/// <param name="Rag">The rating people gave, by its code; null is not rated.</param>
public sealed record ProjectDates(Deadline Deadline, Deadline Forecast, ProjectStatus Status, string? Rag);
