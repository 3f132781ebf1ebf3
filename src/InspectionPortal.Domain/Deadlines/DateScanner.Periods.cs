namespace InspectionPortal.Domain.Deadlines;

/// <summary>Quarters, seasons and years; years borrowed from the next date; dates joined into one period.</summary>
internal sealed partial class DateScanner
{
    private static readonly HashSet<string> RangeWords = ["-", "to", "until", "till", "through", "/"];
    private static readonly HashSet<string> ListWords = [.. RangeWords, "and", "&", ",", "or"];

    /// <summary>"Q3 2018", "Q3 of 2018/19", "quarter 3 2018", "third quarter of 2018", "2018 Q3", "2018/19 Q3".</summary>
    private DateMention? ReadQuarter(int i)
    {
        if (QuarterAt(i, out var quarter) is > 0 and var afterQuarter)
        {
            var end = ReadYear(afterQuarter, out var year, spacedFrom: 10, spacedTo: 29);
            return end < 0 ? null : QuarterOf(i, SkipSecondYear(end, out var financial), year, quarter, financial);
        }

        if (tokens[i].Digits != 4 || !DateMention.IsYear(tokens[i].Number))
        {
            return null;
        }

        var afterYear = SkipSecondYear(i + 1, out var isFinancial);
        afterYear += tokens[afterYear].Text is "-" or "," or "/" ? 1 : 0;
        return QuarterAt(afterYear, out quarter) is > 0 and var close
            ? QuarterOf(i, close, tokens[i].Number, quarter, isFinancial)
            : null;
    }

    private static DateMention QuarterOf(int start, int end, int year, int quarter, bool financial)
    {
        var month = (3 * quarter) - 2 + (financial ? 3 : 0);
        return month > 12
            ? DateMention.OfMonths(start, end, year + 1, month - 12, 3, DeadlineKind.Quarter)
            : DateMention.OfMonths(start, end, year, month, 3, DeadlineKind.Quarter);
    }

    /// <returns>One past the quarter's last token, or -1.</returns>
    private int QuarterAt(int i, out int quarter)
    {
        quarter = tokens[i + 1].Number;
        if (tokens.Is(i, "q") || tokens.Is(i, "qtr") || tokens.Is(i, "quarter"))
        {
            return tokens[i + 1].Digits == 1 && quarter is >= 1 and <= 4 ? i + 2 : -1;
        }

        quarter = tokens[i].Digits == 1 && tokens.IsAny(i + 1, DeadlineVocabulary.Ordinals)
            ? tokens[i].Number
            : DeadlineVocabulary.QuarterName(tokens[i].Text);
        var word = tokens[i].IsWord ? i + 1 : i + 2;
        return quarter is >= 1 and <= 4 && tokens.Is(word, "quarter") ? word + 1 : -1;
    }

    /// <summary>A school term is not a season, and its last day is not known: "summer term 2018" cannot be understood.</summary>
    private DateMention? ReadSeason(int i)
    {
        var month = DeadlineVocabulary.Season(tokens[i].Text);
        if (month == 0)
        {
            return null;
        }

        var term = tokens.Is(i + 1, "term");
        var end = ReadYear(term ? i + 2 : i + 1, out var year, spacedFrom: 10, spacedTo: 29);
        if (end < 0)
        {
            return null;
        }

        end = SkipSecondYear(end, out _);
        return term
            ? DateMention.Impossible(i, end, DeadlineKind.Season)
            : DateMention.OfMonths(i, end, year, month, 3, DeadlineKind.Season);
    }

    /// <summary>Passes over "/19" of "2018/19".</summary>
    private int SkipSecondYear(int end, out bool skipped)
    {
        skipped = tokens[end].Text is "/" or "-" && tokens[end + 1].Digits == 2 && tokens.Touches(end) && tokens.Touches(end + 1)
            && tokens[end + 1].Number == (tokens[end - 1].Number + 1) % 100;
        return skipped ? end + 2 : end;
    }

    private bool IsFinancialYear(int i)
    {
        SkipSecondYear(i + 1, out var skipped);
        return skipped && tokens[i].Digits == 4 && DateMention.IsYear(tokens[i].Number);
    }

    /// <summary>"2019/20" may be a school year: it is read only where the words call it financial. To 31 March.</summary>
    private DateMention? ReadFinancialYear(int i)
    {
        var named = tokens.Is(i - 1, "fy") || (tokens.Is(i - 1, "year") && tokens.Is(i - 2, "financial")) || tokens.Follows(i + 3, "financial", "year");
        return named && IsFinancialYear(i)
            ? DateMention.OfMonths(i, i + 3, tokens[i].Number, 4, 12, DeadlineKind.Year)
            : null;
    }

    /// <summary>"by 2020", "2020" alone, "2017 - 2020"; not "the 2014 Act" nor "the 2018 inspection".</summary>
    private DateMention? ReadBareYear(int i)
    {
        var token = tokens[i];
        if (token.Digits != 4 || token.Number is < 2001 or > 2099 || tokens.Is(i + 1, "%") || (tokens[i + 1].IsWord && tokens.Touches(i + 1)))
        {
            return null;
        }

        var afterYear = _found.Count > 0 && _found[^1].End == i - 1 && tokens.IsAny(i - 1, ListWords);
        var opens = i == 0 && (tokens.Count == 1 || !tokens[1].IsWord || tokens.IsAny(1, ListWords) || tokens.IsAny(1, DeadlineVocabulary.Onwards));
        var led = tokens.IsAny(i - 1, DeadlineVocabulary.YearLeads) || (tokens.Is(i - 1, "-") && tokens.IsAny(i - 2, DeadlineVocabulary.YearLeads));
        return opens || led || afterYear
            ? DateMention.OfMonths(i, i + 1, token.Number, 1, 12, DeadlineKind.Year)
            : null;
    }

    /// <summary>"Sept, Oct and Nov 2019", "November to February 2019", "1 May to 30 June 2019": the year is that of the last.</summary>
    private void BorrowYear(DateMention dated)
    {
        if (dated.Kind is not (DeadlineKind.Date or DeadlineKind.Month) || !dated.Exists)
        {
            return;
        }

        var at = _found.Count;
        var floor = at == 0 ? 0 : _found[^1].End;
        var next = dated;
        while (MonthBefore(next.Start, floor) is >= 0 and var word)
        {
            var month = DeadlineVocabulary.Month(tokens[word].Text);
            var year = next.First.Year - (month > next.First.Month ? 1 : 0);
            if (!DateMention.IsYear(year))
            {
                return;
            }

            var day = word > floor && tokens.IsAny(word - 1, DeadlineVocabulary.Ordinals) ? word - 2 : word - 1;
            next = day >= floor && tokens[day].Digits is 1 or 2
                ? DateMention.OfDay(day, word + 1, year, month, tokens[day].Number)
                : DateMention.OfMonths(word, word + 1, year, month, 1, DeadlineKind.Month);
            _found.Insert(at, next);
            if (!next.Exists)
            {
                return;
            }
        }
    }

    /// <summary>The token of a month without a year that one joining word parts from a date; otherwise -1.</summary>
    private int MonthBefore(int start, int floor)
    {
        var word = start - 2;
        var isMonth = word >= floor && tokens.IsAny(start - 1, ListWords) && DeadlineVocabulary.Month(tokens[word].Text) > 0;
        return isMonth && (tokens[word].Text is not ("may" or "march") || tokens.StartsUpper(word)) ? word : -1;
    }

    private List<DateMention> JoinRanges()
    {
        var joined = new List<DateMention>(_found.Count);
        foreach (var mention in _found)
        {
            if (joined.Count > 0 && !joined[^1].IsRange && AreRange(joined[^1], mention))
            {
                joined[^1] = joined[^1].To(mention);
            }
            else
            {
                joined.Add(mention);
            }
        }

        return joined;
    }

    private bool AreRange(DateMention earlier, DateMention later)
    {
        var between = tokens.Is(earlier.Start - 1, "between") && tokens.Is(earlier.End, "and");
        if (!between && !tokens.IsAny(earlier.End, RangeWords))
        {
            return false;
        }

        for (var i = earlier.End + 1; i < later.Start; i++)
        {
            if (tokens[i].AfterBreak || !(tokens[i].Text is "the" or "end" or "of" or "late" or "early" or "mid"))
            {
                return false;
            }
        }

        return !tokens[earlier.End].AfterBreak && !tokens[later.Start].AfterBreak && earlier.End < later.Start;
    }
}
