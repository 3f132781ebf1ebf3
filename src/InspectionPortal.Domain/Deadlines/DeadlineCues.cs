namespace InspectionPortal.Domain.Deadlines;

/// <summary>Reads the words around dates, and the words of a deadline without one.</summary>
internal sealed class DeadlineCues(DeadlineTokens tokens)
{
    private const int LookBack = 12;
    private const int AnchorLookBack = 25;
    private const int ShortText = 20;
    private const int Opening = 3;

    /// <summary>The role of a date, from the words after it and the words before it back to <paramref name="floor"/>.</summary>
    public DateRole RoleOf(DateMention mention, int floor)
    {
        var after = mention.End + (tokens.Is(mention.End, "and") ? 1 : 0);
        if (tokens.IsAny(after, DeadlineVocabulary.Onwards) || (tokens.Is(mention.End, "+") && tokens.Touches(mention.End)))
        {
            return DateRole.From;
        }

        if (IsUnitOf(mention.Start - 1, floor))
        {
            return DateRole.Anchor;
        }

        var lead = mention.Start - 1;
        for (var steps = 0; steps < LookBack && lead >= floor && IsFiller(lead); steps++)
        {
            lead--;
        }

        var role = lead < floor ? DateRole.Plain : RoleOfLead(lead, floor);
        if (role == DateRole.Plain && IsThenOngoing(mention))
        {
            return DateRole.From;
        }

        return role == DateRole.Plain && FollowsWithin(mention.Start, floor) ? DateRole.Anchor : role;
    }

    /// <summary>"quarterly", "every six months", "twice a year", "on a regular basis".</summary>
    public bool IsRecurring() => AnyWord(i => tokens.IsAny(i, DeadlineVocabulary.Frequencies) || IsEveryUnit(i)
        || (tokens.Is(i, "regular") && tokens[i + 1].Text is "basis" or "intervals")
        || (tokens.Is(i, "twice") && !tokens.Is(i + 1, "as")));

    /// <summary>"twice", "three times": a count of occasions.</summary>
    public bool CountsTimes() => AnyWord(i => tokens[i].Text is "twice" or "thrice" or "times");

    public bool IsOngoing() => AnyWord(IsOngoingAt);

    /// <summary>"October 2019 – ongoing", "by December 2018 and ongoing": going on is what follows the date.</summary>
    public bool IsThenOngoing(DateMention mention)
    {
        var next = mention.End;
        while (next < mention.End + 2 && tokens[next].Text is "-" or "," or "and" or "then" or "&" or "(")
        {
            next++;
        }

        return IsOngoingAt(next);
    }

    public bool HasUntil() => AnyWord(i => tokens.IsAny(i, DeadlineVocabulary.Until));

    public bool IsNotApplicable() => tokens.Follows(0, "n", "/", "a") || tokens.Follows(0, "not", "applicable")
        || tokens.Follows(0, "n", ".", "a") || (tokens.Is(0, "na") && tokens.Count == 1);

    public bool IsToBeAgreed() => AnyWord(i => tokens.IsAny(i, DeadlineVocabulary.Abbreviated)
        || (tokens.Follows(i, "to", "be") && tokens.IsAny(i + 2, DeadlineVocabulary.Settled))
        || (tokens.Follows(i, "t", ".", "b", ".") && tokens[i + 4].Text is "a" or "c" or "d"));

    public bool SaysNone() => tokens.Follows(0, "no", "deadline")
        || (tokens.Is(0, "none") && (tokens.Count == 1 || tokens[1].Kind == DeadlineTokenKind.Mark));

    /// <summary>"with immediate effect", "as soon as possible"; in a long text only where it opens with that.</summary>
    public bool IsAtOnce() => AnyOpeningWord(i => tokens.IsAny(i, DeadlineVocabulary.AtOnce)
        || tokens.Follows(i, "as", "soon", "as") || tokens.Follows(i, "straight", "away"));

    /// <summary>"within one month", "over the next 18 months", "six weeks after", "3 months".</summary>
    public bool IsPeriod() => AnyWord(i => (tokens[i].Text is "within" or "next" && UnitFrom(i + 1, 4) > 0) || IsUnitOf(i, 0)) || IsCountedUnit(0) || IsCountedUnit(1);

    /// <summary>
    /// "tomorrow", "next week", "by this Friday": reckoned from the day on which it was written, which nobody knows later.
    /// </summary>
    public bool CountsFromToday() => !IsAfterEvent()
        && AnyWord(i => tokens.IsAny(i, DeadlineVocabulary.DaysFromNow) || (tokens[i].Text is "next" or "this" or "coming" && tokens.IsAny(i + 1, DeadlineVocabulary.NamedSpans)));

    /// <summary>"end of Jul17 onwards": it starts with the last day of the period.</summary>
    public bool IsEndOf(DateMention mention) => tokens.Follows(mention.Start - 2, "end", "of") || tokens.Is(mention.Start - 1, "end");

    /// <summary>"following the review", "on completion", "dependent on caseloads"; in a long text only where it opens with that.</summary>
    public bool IsAfterEvent() => AnyOpeningWord(i => tokens.IsAny(i, DeadlineVocabulary.Events)
        || (tokens.Is(i, "on") && tokens.IsAny(i + 1, DeadlineVocabulary.EventsReached)));

    /// <summary>"Review March 2018", "To be reviewed in March 2018": nothing but the review stands before the date.</summary>
    public bool IsReview(DateMention mention)
    {
        var named = false;
        for (var i = 0; i < mention.Start; i++)
        {
            if (!tokens.IsAny(i, DeadlineVocabulary.AroundReview))
            {
                return false;
            }

            named |= tokens.IsAny(i, DeadlineVocabulary.Reviewing);
        }

        return named;
    }

    private bool IsOngoingAt(int i) => tokens.IsAny(i, DeadlineVocabulary.Ongoing)
        || tokens.Follows(i, "on", "-", "going") || tokens.Follows(i, "on", "going") || tokens.Follows(i, "business", "as", "usual");

    private bool IsFiller(int i) => tokens.IsAny(i, DeadlineVocabulary.Fillers)
        && (!tokens.IsAny(i, DeadlineVocabulary.Starting) || tokens.Is(i + 1, "of") || tokens.Is(i + 1, "date"));

    private DateRole RoleOfLead(int lead, int floor)
    {
        if (tokens.IsAny(lead, DeadlineVocabulary.By) || (tokens.Is(lead, "to") && tokens.Is(lead - 1, "prior")))
        {
            return DateRole.By;
        }

        if (tokens.IsAny(lead, DeadlineVocabulary.Until) || tokens.Is(lead, "throughout"))
        {
            return tokens.IsAny(lead - 1, DeadlineVocabulary.Deferred) ? DateRole.By : DateRole.Until;
        }

        if (tokens.Is(lead, "to"))
        {
            return tokens.Is(lead - 1, "up") ? DateRole.Until : DateRole.To;
        }

        if (tokens.IsAny(lead, DeadlineVocabulary.After))
        {
            return DateRole.After;
        }

        var verb = tokens.IsAny(lead, DeadlineVocabulary.Placing) ? lead - 1 : lead;
        var starts = tokens.IsAny(lead, DeadlineVocabulary.From) || (verb >= floor && tokens.IsAny(verb, DeadlineVocabulary.Starting));
        return starts && !tokens.Is(verb - 1, "week") ? DateRole.From : DateRole.Plain;
    }

    /// <summary>Whether "one month of", "7 days after the" ends at this token.</summary>
    private bool IsUnitOf(int i, int floor)
    {
        var joint = tokens.Is(i, "the") ? i - 1 : i;
        var unit = joint - 1;
        return unit - 1 >= floor && tokens[joint].Text is "of" or "from" or "after" or "following" or "post"
            && tokens.IsAny(unit, DeadlineVocabulary.Units) && IsCount(unit - 1);
    }

    private bool IsCount(int i) => tokens[i].Digits is >= 1 and <= 3 || tokens.IsAny(i, DeadlineVocabulary.NumberWords);

    private bool IsCountedUnit(int i) => IsCount(i) && tokens.IsAny(i + 1, DeadlineVocabulary.Units)
        && (i == 0 || tokens[i - 1].Text is "in" or "within") && tokens.Count <= i + 3;

    private bool FollowsWithin(int start, int floor)
    {
        for (var i = start - 1; i >= Math.Max(floor, start - AnchorLookBack) && tokens[i].Text is not ("." or ";"); i--)
        {
            if (tokens.Is(i, "within") && UnitFrom(i + 1, 4) is > 0 and var unit && tokens[unit + 1].Text is "of" or "from" or "after" or "following")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsEveryUnit(int i) =>
        (tokens.IsAny(i, DeadlineVocabulary.Each) && UnitFrom(i + 1, 3) > 0)
        || (tokens.IsAny(i, DeadlineVocabulary.Times) && tokens[i + 1].Text is "a" or "in" && UnitFrom(i + 1, 3) > 0);

    /// <summary>The first unit of time among the next tokens, or -1.</summary>
    private int UnitFrom(int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            if (tokens.IsAny(i, DeadlineVocabulary.Units))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>As <see cref="AnyWord"/>, of a long text its first words only: elsewhere in prose these words say little.</summary>
    private bool AnyOpeningWord(Func<int, bool> matches) => AnyWord(i => (i < Opening || tokens.Count <= ShortText) && matches(i));

    /// <summary>Whether some word, by its position among the tokens, matches.</summary>
    private bool AnyWord(Func<int, bool> matches)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsWord && matches(i))
            {
                return true;
            }
        }

        return false;
    }
}
