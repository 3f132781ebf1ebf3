namespace InspectionPortal.Domain.Deadlines;

/// <summary>
/// Finds the dates in a deadline text, in the British order of day, month, year. A two-digit year is of this century up to
/// 79. After a month's name and a space only 10 to 29 is read as a year ("Oct 19"): "Oct 31" may be a day.
/// </summary>
internal sealed partial class DateScanner(DeadlineTokens tokens)
{
    private readonly List<DateMention> _found = [];

    /// <summary>The dates in the order they are written, none overlapping; two joined by "to" or a dash are one period.</summary>
    public static List<DateMention> Scan(DeadlineTokens tokens)
    {
        var scanner = new DateScanner(tokens);
        for (var i = 0; i < tokens.Count;)
        {
            i = scanner.Step(i);
        }

        return scanner.JoinRanges();
    }

    private int Step(int i)
    {
        if (tokens[i].Kind == DeadlineTokenKind.Mark)
        {
            return i + 1;
        }

        var chain = tokens[i].Digits > 0 ? ChainLength(i) : 0;
        if (chain > 3)
        {
            return i + (2 * chain) - 1;
        }

        var mention = (chain == 3 ? ReadNumeric(i) : null)
            ?? (chain == 2 ? ReadNumericMonth(i) ?? ReadFinancialYear(i) : null)
            ?? ReadSpacedNumeric(i) ?? ReadDayFirst(i) ?? ReadMonthFirst(i) ?? ReadQuarter(i) ?? ReadSeason(i);
        if (mention is { } dated)
        {
            BorrowYear(dated);
            _found.Add(dated);
            return dated.End;
        }

        if (chain == 3 || (chain == 2 && IsFinancialYear(i)))
        {
            return i + (2 * chain) - 1;
        }

        if (ReadBareYear(i) is { } year)
        {
            _found.Add(year);
        }

        return i + 1;
    }

    /// <summary>How many numbers are joined, without spaces (or around a slash with them), by one and the same mark.</summary>
    private int ChainLength(int i)
    {
        var mark = tokens[i + 1].Text;
        if (mark is not ("/" or "-" or "."))
        {
            return 1;
        }

        var length = 1;
        for (var next = i + 1; tokens.Is(next, mark) && tokens[next + 1].Digits > 0; next += 2)
        {
            if (mark is not "/" && !(tokens.Touches(next) && tokens.Touches(next + 1)))
            {
                break;
            }

            length++;
        }

        return length;
    }

    private DateMention? ReadNumeric(int i)
    {
        var (a, b, c) = (tokens[i], tokens[i + 2], tokens[i + 4]);
        return (a.Digits, b.Digits, c.Digits) switch
        {
            (4, 1 or 2, 1 or 2) => DateMention.OfDay(i, i + 5, a.Number, b.Number, c.Number),
            (1 or 2, 1 or 2, 2 or 4) => DateMention.OfDay(i, i + 5, FullYear(c), b.Number, a.Number),
            _ => null,
        };
    }

    private DateMention? ReadNumericMonth(int i)
    {
        var (a, b) = (tokens[i], tokens[i + 2]);
        var (year, month) = (a.Digits, b.Digits) switch
        {
            (1 or 2, 4) => (b.Number, a.Number),
            (4, 2) when tokens.Is(i + 1, "-") && !IsFinancialYear(i) => (a.Number, b.Number),
            _ => (0, 0),
        };
        return DateMention.IsYear(year) && month is >= 1 and <= 12
            ? DateMention.OfMonths(i, i + 3, year, month, 1, DeadlineKind.Month)
            : null;
    }

    /// <summary>"18 11 19" on one line, with no other number beside it, and only if the calendar has it.</summary>
    private DateMention? ReadSpacedNumeric(int i)
    {
        var (a, b, c) = (tokens[i], tokens[i + 1], tokens[i + 2]);
        if (a.Digits is not (1 or 2) || b.Digits != 2 || c.Digits is not (2 or 4) || b.AfterBreak || c.AfterBreak
            || tokens[i - 1].Digits > 0 || tokens[i + 3].Digits > 0 || tokens.Is(i + 3, "%") || tokens.Touches(i))
        {
            return null;
        }

        var mention = DateMention.OfDay(i, i + 3, FullYear(c), b.Number, a.Number);
        return mention.Exists ? mention : null;
    }

    /// <summary>"30 September 2020", "30th of Sept. 20", "30-Sep-2020".</summary>
    private DateMention? ReadDayFirst(int i)
    {
        if (tokens[i].Digits is not (1 or 2) || (tokens.Touches(i) && tokens.Is(i - 1, ".")))
        {
            return null;
        }

        var at = SkipDayJoint(i);
        var month = DeadlineVocabulary.Month(tokens[at].Text);
        var end = ReadYear(at + 1, out var year, spacedFrom: 0, spacedTo: 99);
        return month == 0 || end < 0 ? null : DateMention.OfDay(i, end, year, month, tokens[i].Number);
    }

    private int SkipDayJoint(int i)
    {
        var at = i + 1;
        at += tokens.IsAny(at, DeadlineVocabulary.Ordinals) ? 1 : 0;
        at += tokens.Is(at, "of") ? 1 : 0;
        return at + (tokens[at].Text is "-" or "/" or "." ? 1 : 0);
    }

    /// <summary>"Aug17", "Sept 2018", "Sep-17", "October 4, 2020".</summary>
    private DateMention? ReadMonthFirst(int i)
    {
        var month = DeadlineVocabulary.Month(tokens[i].Text);
        if (month == 0)
        {
            return null;
        }

        var day = i + 1;
        var afterDay = day + (tokens.IsAny(day + 1, DeadlineVocabulary.Ordinals) ? 2 : 1);
        afterDay += tokens.Is(afterDay, ",") ? 1 : 0;
        if (tokens[day].Digits is 1 or 2 && !tokens.Touches(day) && tokens[afterDay].Digits == 4 && DateMention.IsYear(tokens[afterDay].Number))
        {
            return DateMention.OfDay(i, afterDay + 1, tokens[afterDay].Number, month, tokens[day].Number);
        }

        var couldBeVerb = tokens[i].Text is "may" or "march" && !tokens.StartsUpper(i);
        var end = ReadYear(i + 1, out var year, spacedFrom: couldBeVerb ? 100 : 10, spacedTo: 29);
        return end < 0 ? null : DateMention.OfMonths(i, end, year, month, 1, DeadlineKind.Month);
    }

    /// <summary>
    /// A year after a month, quarter or season. Four digits stand anywhere on; two digits after an apostrophe, without a
    /// gap, or, after a space on the same line, within the limits.
    /// </summary>
    /// <returns>One past the year's last token, or -1.</returns>
    private int ReadYear(int i, out int year, int spacedFrom, int spacedTo)
    {
        var dot = tokens.Is(i, ".") && tokens[i - 1].Text.Length <= 4;
        var at = i + (dot ? 1 : 0);
        var comma = tokens.Is(at, ",");
        at += comma || tokens[at].Text is "-" or "/" or "of" or "in" ? 1 : 0;
        var apostrophe = tokens.Is(at, "'");
        at += apostrophe ? 1 : 0;
        year = FullYear(tokens[at]);
        if (tokens[at].Digits == 4)
        {
            return DateMention.IsYear(year) ? at + 1 : -1;
        }

        var number = tokens[at].Number;
        var spaced = !tokens.Touches(at) && (comma || tokens[at].AfterBreak || number < spacedFrom || number > spacedTo);
        var countsOther = tokens.Is(at + 1, "%") || (tokens.IsAny(at + 1, DeadlineVocabulary.Ordinals) && tokens.Touches(at + 1));
        return tokens[at].Digits == 2 && !countsOther && (apostrophe || !spaced) ? at + 1 : -1;
    }

    private static int FullYear(DeadlineToken token) =>
        (token.Digits, token.Number) switch
        {
            (2, < 80) => token.Number + 2000,
            (2, _) => token.Number + 1900,
            _ => token.Number,
        };
}
