using System.Text.Json.Serialization;

namespace InspectionPortal.Domain.Deadlines;

/// <summary>
/// A deadline as it was written, and what is understood by it. Show the words; sort, remind and count late by the
/// understanding. Immutable; two deadlines are equal when all their values are, stages included and in the same order.
/// Made from words by <see cref="DeadlineParser.Parse"/>.
/// </summary>
public sealed record Deadline
{
    /// <summary>The most characters a form or an import accepts as <see cref="Text"/>. The parser itself has no limit.</summary>
    public const int TextMaxLength = 500;

    /// <summary>No deadline written.</summary>
    public static Deadline None { get; } = new();

    /// <summary>The words as written, without white space around them. Empty when nothing was written; never null.</summary>
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>What sort of deadline the words are understood to be.</summary>
    public DeadlineKind Kind { get; init; }

    /// <summary>The last day on which the whole is in time: for a list or stages, the latest of them. Null when not known.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The first day of the work, where the words say one. Never after <see cref="Due"/> when the parser made both.</summary>
    public DateOnly? Starts { get; init; }

    /// <summary>The dates of a list or staged deadline, as ordered in the words; empty for every other kind. Never null.</summary>
    public IReadOnlyList<DeadlineStage> Stages { get; init => field = value is null ? [] : Array.AsReadOnly(value.ToArray()); } = [];

    /// <summary>
    /// The date to sort by, soonest first: the earliest stage, else <see cref="Due"/>, else <see cref="Starts"/>. An
    /// immediate deadline comes before every date (<see cref="DateOnly.MinValue"/>); null means undated, to be put last.
    /// </summary>
    [JsonIgnore]
    public DateOnly? SortKey =>
        Kind == DeadlineKind.Immediate ? DateOnly.MinValue : Stages.Min(stage => stage.Due) ?? Due ?? Starts;

    private bool CanBeLate => Kind is DeadlineKind.Date or DeadlineKind.Month or DeadlineKind.Quarter or DeadlineKind.Season
        or DeadlineKind.Year or DeadlineKind.OngoingUntil or DeadlineKind.List or DeadlineKind.Staged or DeadlineKind.Review;

    /// <summary>Every date on which something of it is due: of each stage that has one, else of the whole; or none.</summary>
    public IReadOnlyList<DateOnly> DueDates() =>
        Stages.Count > 0 ? [.. Stages.Select(stage => stage.Due).OfType<DateOnly>()] : Due is { } due ? [due] : [];

    /// <summary>
    /// The next date that matters: the earliest stage due on or after <paramref name="today"/>, or the latest once all
    /// are past; without stages, <see cref="Due"/>. Null when no due date is known. Whether a stage is met plays no part.
    /// </summary>
    public DateOnly? NextDue(DateOnly today) =>
        Stages.Where(stage => stage.Due >= today).Min(stage => stage.Due) ?? Stages.Max(stage => stage.Due) ?? Due;

    /// <summary>
    /// The earliest due date before <paramref name="today"/> that is not met, or null. Something due today is not missed.
    /// Null for the kinds that are never late: none, from, immediate, ongoing, recurring, relative, to be agreed, not
    /// applicable and unclear.
    /// </summary>
    /// <param name="today">The day to judge by, in the partnership's zone (its as-at date in a demonstration).</param>
    /// <param name="isMet">
    /// Says whether a stage has been met; nothing is met when it is absent. A deadline without stages asks once, with its
    /// whole text as the label.
    /// </param>
    public DateOnly? FirstMissed(DateOnly today, Func<DeadlineStage, bool>? isMet = null)
    {
        if (!CanBeLate)
        {
            return null;
        }

        IEnumerable<DeadlineStage> owed = Stages.Count > 0 ? Stages : [new DeadlineStage(Text, Due)];
        return owed.Where(stage => stage.Due < today && isMet?.Invoke(stage) != true).Min(stage => stage.Due);
    }

    /// <summary>
    /// Whether anything is past and unmet: any stage, or the one due date. Parameters as for <see cref="FirstMissed"/>.
    /// </summary>
    public bool IsLate(DateOnly today, Func<DeadlineStage, bool>? isMet = null) => FirstMissed(today, isMet) is not null;

    /// <summary>
    /// Whole days from the first missed date to <paramref name="today"/>: 0 when not late, otherwise 1 or more.
    /// Parameters as for <see cref="FirstMissed"/>.
    /// </summary>
    public int DaysLate(DateOnly today, Func<DeadlineStage, bool>? isMet = null) =>
        FirstMissed(today, isMet) is { } missed ? today.DayNumber - missed.DayNumber : 0;

    /// <inheritdoc />
    public bool Equals(Deadline? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal) && Kind == other.Kind
        && Due == other.Due && Starts == other.Starts && Stages.SequenceEqual(other.Stages);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Text, StringComparer.Ordinal);
        hash.Add(Kind);
        hash.Add(Due);
        hash.Add(Starts);
        foreach (var stage in Stages)
        {
            hash.Add(stage);
        }

        return hash.ToHashCode();
    }

    /// <summary>The words as written.</summary>
    public override string ToString() => Text;
}
