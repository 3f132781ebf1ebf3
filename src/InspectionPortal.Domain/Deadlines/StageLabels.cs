using InspectionPortal.Domain.Text;
namespace InspectionPortal.Domain.Deadlines;

/// <summary>Finds, for each of several dates, the words that say what falls due then.</summary>
internal sealed class StageLabels(DeadlineTokens tokens, IReadOnlyList<DateMention> mentions)
{
    /// <summary>
    /// One label for each date, empty where there are no words. Words in the same sentence as one date only are that
    /// date's; where dates share a sentence, the words stand before their dates, or after them when the text opens with a
    /// date. A label with one percentage is that percentage.
    /// </summary>
    public IReadOnlyList<string> Read()
    {
        var labels = new List<string>(mentions.Count);
        var last = mentions.Count - 1;
        var wordsFollow = Words(0, mentions[0].Start).Length == 0 && Words(mentions[last].End, tokens.Count).Length > 0;
        var beforeStart = 0;
        for (var i = 0; i <= last; i++)
        {
            var mention = mentions[i];
            var gapEnd = i == last ? tokens.Count : mentions[i + 1].Start;
            var split = i == last ? gapEnd : SplitAt(mention.End, gapEnd, wordsFollow);
            labels.Add(Label(Percentage(beforeStart, mention.Start, mention.End, split), Words(beforeStart, mention.Start), Words(mention.End, split)));
            beforeStart = split;
        }

        return labels;
    }

    /// <summary>
    /// Where the words after one date end and those before the next begin: after its brackets, else at the end of the
    /// sentence, else at the end of the line.
    /// </summary>
    private int SplitAt(int start, int end, bool wordsFollow)
    {
        var lineBreak = -1;
        var inBrackets = tokens.Is(start, "(");
        for (var i = start; i < end; i++)
        {
            if (inBrackets && tokens.Is(i, ")"))
            {
                return i + 1;
            }

            if (tokens[i].Text is "." or ";" && !(i + 1 < end && tokens.Touches(i + 1)))
            {
                return i + 1;
            }

            lineBreak = lineBreak < 0 && tokens[i].AfterBreak ? i : lineBreak;
        }

        var withoutBreak = wordsFollow ? end : start;
        return lineBreak >= 0 ? lineBreak : withoutBreak;
    }

    private static string Label(string percentage, string before, string after)
    {
        var words = percentage.Length > 0 ? percentage : $"{before} {after}".Trim();
        return EnglishText.CutKeepingLines(words, DeadlineStage.LabelMaxLength);
    }

    /// <summary>The words of a stretch without the marks and joining words at its ends.</summary>
    private string Words(int from, int to)
    {
        while (from < to && tokens.IsAny(from, DeadlineVocabulary.Joints))
        {
            from++;
        }

        while (to > from && tokens.IsAny(to - 1, DeadlineVocabulary.Joints))
        {
            to--;
        }

        return tokens.Words(from, to);
    }

    /// <summary>The percentage of two stretches when they hold exactly one ("50%", "12.5%"); otherwise empty.</summary>
    private string Percentage(int from, int to, int secondFrom, int secondTo)
    {
        var only = "";
        for (var i = from; i < secondTo; i++)
        {
            if (i >= to && i < secondFrom)
            {
                continue;
            }

            if (tokens.Is(i, "%") && tokens[i - 1].Digits > 0)
            {
                if (only.Length > 0)
                {
                    return "";
                }

                var isDecimal = tokens.Is(i - 2, ".") && tokens.Touches(i - 1) && tokens.Touches(i - 2) && tokens[i - 3].Digits > 0;
                only = tokens.Words(isDecimal ? i - 3 : i - 1, i) + "%";
            }
        }

        return only;
    }
}
