using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Projects;

/// <summary>
/// What dates and figures say of a project, beside what people judged. It never replaces the rating; it says where the two
/// disagree, and why. Every page that shows the portal's own reading asks here.
/// </summary>
/// <param name="Rating">The reading in the partnership's own key; null where neither dates nor figures say anything.</param>
/// <param name="Why">The reason in a sentence, or two.</param>
/// <param name="Differs">True where people gave another rating.</param>
public sealed record ProjectReading(Rating? Rating, string Why, bool Differs)
{
    private const int SoonDays = 30;
    private const int LongestCourse = 16;

    private enum Level
    {
        Best,
        Middle,
        Worst,
    }

    /// <summary>What the project's measures say, the gravest first.</summary>
    public IReadOnlyList<MeasureSignal> Signals { get; private init; } = [];

    /// <summary>
    /// What speaks against the rating that people gave, in sentences: rated well although late or although the figures say otherwise, or
    /// the other way round.
    /// </summary>
    public IReadOnlyList<string> Against { get; private init; } = [];

    /// <summary>True where the rating and the reading cannot both be right: somebody should say which.</summary>
    public bool Disagrees => Against.Count > 0;

    /// <summary>Day of the newest figure that speaks; null where none does.</summary>
    public DateOnly? FiguresTo => Signals.Max(s => s.FiguresTo);

    /// <summary>Reads a project on a day, by its dates alone.</summary>
    /// <param name="dates">What is known of it.</param>
    /// <param name="key">The partnership's ratings.</param>
    /// <param name="today">The plan's today.</param>
    public static ProjectReading Of(ProjectDates dates, IReadOnlyList<Rating> key, DateOnly today) => Of(dates, [], key, today);

    /// <summary>Reads a project on a day, by its dates and by the signals of its measures.</summary>
    public static ProjectReading Of(ProjectDates dates, IReadOnlyList<MeasureSignal> signals, IReadOnlyList<Rating> key, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(dates);
        var heard = dates.Status == ProjectStatus.Stopped ? [] : signals;
        var ordered = key.OrderBy(r => r.Order).ToList();
        var (byDates, why) = Read(dates, today);
        var byFigures = Heard(heard);
        if (Worse(byDates, byFigures) is not { } read || ordered.Count == 0)
        {
            return new ProjectReading(null, why, false) { Signals = heard };
        }

        var given = ordered.FindIndex(r => string.Equals(r.Code, dates.Rag, StringComparison.OrdinalIgnoreCase));
        var judged = given < 0 ? (Level?)null : LevelOf(given, ordered.Count);
        var against = judged is { } level ? Objections(level, ordered[given], dates, heard, today) : [];
        return new ProjectReading(ordered[Place(read, ordered.Count)], Said(byDates, byFigures, why, heard), (judged is not null && judged != Shown(read, ordered.Count)) || against.Count > 0)
        {
            Signals = heard,
            Against = against,
        };
    }

    /// <summary>
    /// A measure that gets worse or a target in danger is the middle; the last target missed is the worst, as a deadline past is.
    /// </summary>
    private static Level? Heard(IReadOnlyList<MeasureSignal> signals) => signals switch
    {
        [] => null,
        _ when signals.Any(s => s is { Kind: SignalKind.Missed, IsFinal: true }) => Level.Worst,
        _ when signals.Any(s => s.NeedsAttention) => Level.Middle,
        _ when signals.Any(s => s.Kind == SignalKind.Improving) => Level.Best,
        _ => null,
    };

    private static Level? Worse(Level? one, Level? other) => one is null || other > one ? other ?? one : one;

    private static string Said(Level? byDates, Level? byFigures, string why, IReadOnlyList<MeasureSignal> signals)
    {
        var figures = signals.FirstOrDefault(s => byFigures == Level.Best ? s.Kind == SignalKind.Improving : s.NeedsAttention);
        return (byDates, figures) switch
        {
            (_, null) => why,
            (null, { } only) => Of(only),
            (_, { } also) => $"{why} {Of(also)}",
        };
    }

    /// <summary>"Seen in time: getting worse, the last 8 months are below the earlier average."</summary>
    private static string Of(MeasureSignal signal)
    {
        var said = EnglishText.Within(signal.Sentence);
        var course = said.IndexOf(": ", StringComparison.Ordinal);
        return $"{EnglishText.Cut(signal.Title, 80).TrimEnd('.', ' ')}: {(course is > 0 and < LongestCourse ? $"{said[..course]}, {said[(course + 2)..]}" : said)}";
    }

    /// <summary>Rated best although late, missed or getting worse; rated worst although the figures improve.</summary>
    private static List<string> Objections(Level judged, Rating given, ProjectDates dates, IReadOnlyList<MeasureSignal> signals, DateOnly today)
    {
        var against = new List<string>();
        if (judged == Level.Best)
        {
            against.AddRange(AgainstByDates(dates, today).Select(but => $"Rated {EnglishText.Within(given.Name)}, but {but}."));

            against.AddRange(signals.Where(s => s.Kind is SignalKind.GettingWorse or SignalKind.Missed or SignalKind.LateMilestone)
                .Select(s => $"Rated {EnglishText.Within(given.Name)}. {Of(s)}"));
        }
        else if (judged == Level.Worst && signals.Any(s => s.Kind == SignalKind.Improving) && !signals.Any(s => s.NeedsAttention))
        {
            against.AddRange(signals.Where(s => s.Kind == SignalKind.Improving).Select(s => $"Rated {EnglishText.Within(given.Name)}. {Of(s)}"));
        }

        return against;
    }

    /// <summary>What the dates say against the best rating; the work itself first, then its sub-actions.</summary>
    private static IEnumerable<string> AgainstByDates(ProjectDates dates, DateOnly today)
    {
        if (DeadlineNote.Of(dates.Deadline, today, dates.Status.IsFinished()) is { IsLate: true } late)
        {
            yield return $"{EnglishText.Count(late.DaysLate, "day")} late by its dates";
        }
        else if (Pressing(dates, today) is { } pressing)
        {
            yield return EnglishText.Within(pressing);
        }

        if (dates is { LateSteps: > 0, Status: not ProjectStatus.Stopped } && !dates.Status.IsFinished())
        {
            yield return LateSteps(dates);
        }
    }

    /// <summary>Why work that is not late is at risk all the same: due today and not done, or due soon and not started.</summary>
    private static string? Pressing(ProjectDates dates, DateOnly today)
    {
        if (dates.Status == ProjectStatus.Stopped || dates.Status.IsFinished() || dates.Deadline.NextDue(today) is not { } due
            || due < today)
        {
            return null;
        }

        return due == today ? "It is due today and is not done"
            : dates.Status == ProjectStatus.NotStarted && due.DayNumber - today.DayNumber <= SoonDays
                ? $"It is due {DateFormat.FromNow(due, today)} and has not started"
            : null;
    }

    private static string LateSteps(ProjectDates dates) =>
        $"{EnglishText.CountOf(dates.LateSteps, EnglishText.Within(dates.StepWord))} {(dates.LateSteps == 1 ? "is" : "are")} late";

    private static (Level? Level, string Why) Read(ProjectDates dates, DateOnly today)
    {
        if (dates.Status == ProjectStatus.Stopped)
        {
            return (null, "The work is stopped, so its dates do not count.");
        }

        if (dates.Status.IsFinished())
        {
            return (null, "The work is done, so its dates do not count.");
        }

        if (dates.Deadline.FirstMissed(today) is { } missed)
        {
            return Missed(dates.Deadline, missed, today);
        }

        if (dates.LateSteps > 0)
        {
            return (Level.Middle, $"{LateSteps(dates)}.");
        }

        if (dates.Deadline.NextDue(today) is not { } due || due < today)
        {
            return (null, dates.Deadline.Text.Length == 0
                ? "The plan has no deadline for this, so its dates show nothing."
                : "The deadline has no single date, so its dates show nothing.");
        }

        if (dates.Forecast.Due > dates.Deadline.Due)
        {
            return (Level.Middle, $"The forecast, {dates.Forecast.Text}, is later than the deadline, {dates.Deadline.Text}.");
        }

        return Pressing(dates, today) is { } pressing
            ? (Level.Middle, $"{pressing}.")
            : (Level.Best, $"The deadline is not past: {DateFormat.Full(due)} is {DateFormat.FromNow(due, today)}.");
    }

    private static (Level? Level, string Why) Missed(Deadline deadline, DateOnly missed, DateOnly today)
    {
        var next = deadline.Stages.Where(s => s.Due >= today).OrderBy(s => s.Due).FirstOrDefault();
        if (next is not { Due: { } due })
        {
            return (Level.Worst, $"The deadline passed {DateFormat.FromNow(missed, today)}, on {DateFormat.Full(missed)}, and the work is not done.");
        }

        var stage = deadline.Stages.First(s => s.Due == missed);
        return (Level.Middle,
            $"The first stage, {stage.Label} by {DateFormat.Full(missed)}, passed {DateFormat.FromNow(missed, today)}. {next.Label} is due {DateFormat.FromNow(due, today)}.");
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
