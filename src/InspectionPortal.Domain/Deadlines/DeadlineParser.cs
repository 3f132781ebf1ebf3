namespace InspectionPortal.Domain.Deadlines;

/// <summary>
/// Reads a deadline as people write it in British plans. Where the words leave a choice, the reading is the one that does
/// not call work late too early: a month is due on its last day and "before October" is read as "by October"; a date
/// without a year, or one the calendar does not have, is not guessed at.
/// </summary>
public static class DeadlineParser
{
    /// <summary>
    /// The longest text that is read, in characters; a longer one is kept whole and is unclear. Ten times what a form
    /// accepts, so only text that is no deadline at all is left unread, and no input takes long.
    /// </summary>
    public const int ReadLimit = 10 * Deadline.TextMaxLength;

    /// <summary>
    /// The deadline in a text of any length, in a few milliseconds at most. Never throws. <see cref="Deadline.Text"/> is the
    /// text without outer white space and otherwise unchanged; mark-up in it is kept, and passed over in reading.
    /// </summary>
    /// <param name="text">The words of the plan; null and blank are no deadline.</param>
    public static Deadline Parse(string? text)
    {
        var words = text?.Trim() ?? "";
        if (words.Length == 0)
        {
            return Deadline.None;
        }

        if (words.Length > ReadLimit)
        {
            return DatedReading.Unclear with { Text = words };
        }

        var tokens = new DeadlineTokens(words);
        var cues = new DeadlineCues(tokens);
        if (cues.IsNotApplicable())
        {
            return new Deadline { Text = words, Kind = DeadlineKind.NotApplicable };
        }

        var mentions = DateScanner.Scan(tokens);
        var understood = mentions switch
        {
            [] => new Deadline { Kind = KindWithoutDates(cues) },
            _ when mentions.Exists(mention => !mention.Exists) => DatedReading.Unclear,
            _ => new DatedReading(tokens, cues, mentions).Read(),
        };
        return understood with { Text = words };
    }

    private static DeadlineKind KindWithoutDates(DeadlineCues cues) => cues switch
    {
        _ when cues.SaysNone() => DeadlineKind.None,
        _ when cues.IsToBeAgreed() => DeadlineKind.ToBeAgreed,
        _ when cues.IsOngoing() && cues.HasUntil() => DeadlineKind.OngoingUntil,
        _ when cues.IsRecurring() => DeadlineKind.Recurring,
        _ when cues.CountsFromToday() => DeadlineKind.Unclear,
        _ when cues.IsPeriod() => DeadlineKind.Relative,
        _ when cues.IsOngoing() => DeadlineKind.Ongoing,
        _ when cues.IsAfterEvent() => DeadlineKind.Relative,
        _ when cues.IsAtOnce() => DeadlineKind.Immediate,
        _ => DeadlineKind.Unclear,
    };
}
