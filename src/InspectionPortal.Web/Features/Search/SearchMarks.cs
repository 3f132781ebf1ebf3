using System.Text;

namespace InspectionPortal.Web.Features.Search;

/// <summary>
/// Marks the words that a search found. The database knows which words have the same stem; it is asked once for all words of a page that
/// could be among them.
/// </summary>
public sealed class SearchMarks
{
    /// <summary>Most characters of a text that the page shows.</summary>
    private const int SnippetLength = 220;

    /// <summary>How much stands before the first word that is marked.</summary>
    private const int Before = 60;

    private readonly HashSet<string> _matched;

    /// <summary>Takes the words that the database says are meant.</summary>
    public SearchMarks(IEnumerable<string> matched) => _matched = new HashSet<string>(matched, StringComparer.OrdinalIgnoreCase);

    /// <summary>The different words of the texts that may be meant: a stem keeps the first letter of its word.</summary>
    public static string[] Candidates(SearchTerms terms, IEnumerable<string> texts)
    {
        var starts = terms.Words.Concat(terms.Phrases)
            .SelectMany(t => WordsOf(t).Select(w => char.ToUpperInvariant(t[w.Start.Value]))).ToHashSet();
        return
        [
            .. texts.SelectMany(t => WordsOf(t).Where(w => starts.Contains(char.ToUpperInvariant(t[w.Start.Value]))).Select(w => t[w]))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>True where a word of the text is meant.</summary>
    public bool Has(string text) => WordsOf(text).Any(w => _matched.Contains(text[w]));

    /// <summary>The whole text with its marks.</summary>
    public IReadOnlyList<TextRun> Mark(string text)
    {
        var (runs, done) = (new List<TextRun>(), 0);
        foreach (var word in WordsOf(text).Where(w => _matched.Contains(text[w])))
        {
            if (word.Start.Value > done)
            {
                runs.Add(new TextRun(text[done..word.Start.Value], IsMarked: false));
            }

            runs.Add(new TextRun(text[word], IsMarked: true));
            done = word.End.Value;
        }

        if (done < text.Length)
        {
            runs.Add(new TextRun(text[done..], IsMarked: false));
        }

        return runs;
    }

    /// <summary>The part of the text in which most different words are marked, in one line.</summary>
    public IReadOnlyList<TextRun> Snippet(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= SnippetLength)
        {
            return Mark(line);
        }

        var marked = WordsOf(line).Where(w => _matched.Contains(line[w])).ToList();
        var best = marked.Count == 0 ? 0 : marked.MaxBy(first => Different(line, marked, first)).Start.Value;
        var start = StartOfWord(line, Math.Min(Math.Max(0, best - Before), line.Length - SnippetLength));
        var end = EndOfWord(line, Math.Min(line.Length, start + SnippetLength));
        return Mark($"{(start > 0 ? "… " : "")}{line[start..end].Trim()}{(end < line.Length ? " …" : "")}");
    }

    private static int Different(string line, List<Range> marked, Range first) =>
        marked.Where(w => w.Start.Value >= first.Start.Value && w.End.Value <= first.Start.Value + SnippetLength - Before)
            .Select(w => line[w]).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static int StartOfWord(string line, int at)
    {
        var space = at == 0 ? 0 : line.IndexOf(' ', at - 1);
        return space < 0 || space > at + Before ? at : space;
    }

    private static int EndOfWord(string line, int at)
    {
        var space = at == line.Length ? at : line.LastIndexOf(' ', at);
        return space < at - Before ? at : space;
    }

    /// <summary>Letters and digits in a row, with a point between digits: "1.10".</summary>
    private static IEnumerable<Range> WordsOf(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && (IsOfWord(text, end) || IsPoint(text, at, end)))
            {
                end += char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
            }

            if (end > at)
            {
                yield return at..end;
            }

            at = end > at ? end : at + 1;
        }
    }

    private static bool IsOfWord(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);

    private static bool IsPoint(string text, int start, int at) =>
        text[at] == '.' && at > start && char.IsDigit(text[at - 1]) && at + 1 < text.Length && char.IsDigit(text[at + 1]);
}
