namespace InspectionPortal.Domain.Text;

/// <summary>Small turns of English that pages share.</summary>
public static class EnglishText
{
    /// <summary>Most characters that are given up so that no word is cut.</summary>
    private const int LongestWord = 60;

    /// <summary>"1 project", "13 projects". The plural adds an s unless given.</summary>
    public static string Count(int count, string singular, string? plural = null) =>
        count == 1 ? $"1 {singular}" : $"{count} {plural ?? singular + "s"}";

    /// <summary>"once", "twice", "3 times".</summary>
    public static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };

    /// <summary>The plural of a vocabulary word: "priority areas", "areas for improvement", "categories".</summary>
    public static string Plural(string word)
    {
        var of = word.IndexOf(" for ", StringComparison.Ordinal);
        if (of < 0)
        {
            of = word.IndexOf(" of ", StringComparison.Ordinal);
        }

        var (noun, rest) = of < 0 ? (word, string.Empty) : (word[..of], word[of..]);
        return noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2]) ? $"{noun[..^1]}ies{rest}" : $"{noun}s{rest}";
    }

    /// <summary>The short word people say ("aim") where the partnership's own contains it, else its own within a sentence.</summary>
    public static string Said(string word, string said) =>
        word.Contains(said, StringComparison.OrdinalIgnoreCase) ? said : Within(word);

    /// <summary>"1 aim", "5 aims", of a vocabulary word.</summary>
    public static string CountOf(int count, string word) => Count(count, word, Plural(word));

    /// <summary>"1. Every child is safe", with the number once: also where the text begins with it, or the number has a full stop of its own.</summary>
    public static string Numbered(string? number, string text)
    {
        var bare = (number ?? string.Empty).TrimEnd('.', ' ');
        var saysIt = bare.Length > 0 && text.Length > bare.Length && text.StartsWith(bare, StringComparison.Ordinal) && text[bare.Length] is '.' or ':' or ')';
        return bare.Length == 0 || saysIt ? text : $"{bare}. {text}";
    }

    /// <summary>A vocabulary word within a sentence: its first letter small, unless it is an abbreviation.</summary>
    public static string Within(string word) =>
        word.Length > 1 && char.IsUpper(word[1]) ? word : char.ToLowerInvariant(word[0]) + word[1..];

    /// <summary>At the beginning of a sentence.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>"an aim", "a driver of success".</summary>
    public static string WithArticle(string word) =>
        $"{(word.Length > 0 && "aeiouAEIOU".Contains(word[0], StringComparison.Ordinal) ? "an" : "a")} {word}";

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => string.Empty,
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    /// <summary>The text in one line, at most <paramref name="length"/> characters; a longer one is cut at a word and ends with
    /// "…".</summary>
    public static string Cut(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= length ? line : $"{Start(line, length).TrimEnd(',', ';', ':', '.', ' ')}…";
    }

    /// <summary>The same with its lines and all that stands before the end, for a text that is kept.</summary>
    public static string CutKeepingLines(string text, int length) => text.Length <= length ? text : $"{Start(text, length).TrimEnd()}…";

    /// <summary>The first <paramref name="length"/> characters, without a mark, for a column of the database. Never half of a
    /// pair.</summary>
    public static string Truncate(string text, int length) => text.Length <= length ? text : text[..Whole(text, length)];

    /// <summary>What there is room for before the "…".</summary>
    private static string Start(string text, int length)
    {
        var space = text.LastIndexOf(' ', length - 1);
        return text[..(space > length - Math.Min(length / 2, LongestWord) ? space : Whole(text, length - 1))];
    }

    private static int Whole(string text, int end) => end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
}
