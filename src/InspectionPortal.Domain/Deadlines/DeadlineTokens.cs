namespace InspectionPortal.Domain.Deadlines;

/// <summary>
/// A deadline text cut into tokens in one pass. Positions are
/// those of the text as written: mark-up, dashes and curly quotes are replaced character by character.
/// </summary>
internal sealed class DeadlineTokens
{
    private const int LongestTag = 120;
    private const int LongestWord = 64;
    private const string InlineTags = " b i u em strong span sup sub font a ";
    private readonly string _clean;
    private readonly List<DeadlineToken> _tokens = [];

    public DeadlineTokens(string text)
    {
        _clean = Clean(text);
        var afterBreak = false;
        for (var i = 0; i < _clean.Length;)
        {
            if (char.IsWhiteSpace(_clean[i]))
            {
                afterBreak |= _clean[i++] == '\n';
                continue;
            }

            i = AddToken(i, afterBreak);
            afterBreak = false;
        }
    }

    public int Count => _tokens.Count;

    /// <summary>The token at a position; an empty mark outside the text, so that looking ahead and back is always safe.</summary>
    public DeadlineToken this[int index] =>
        (uint)index < (uint)_tokens.Count ? _tokens[index] : new DeadlineToken(DeadlineTokenKind.Mark, "", -1, -1, false);

    public bool Is(int index, string text) => string.Equals(this[index].Text, text, StringComparison.Ordinal);

    public bool IsAny(int index, HashSet<string> words) => words.Contains(this[index].Text);

    /// <summary>Whether nothing, not even a space, stands before this token and after the one before it.</summary>
    public bool Touches(int index) => index > 0 && index < _tokens.Count && _tokens[index - 1].End == _tokens[index].Start;

    public bool StartsUpper(int index) => this[index].Start >= 0 && char.IsUpper(_clean[this[index].Start]);

    /// <summary>Whether the tokens from here on are exactly these words.</summary>
    public bool Follows(int index, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Is(index + i, words[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words from one token up to another (not included), in the case written, spaces made single.</summary>
    public string Words(int from, int to) => to <= from
        ? ""
        : string.Join(' ', _clean[_tokens[from].Start.._tokens[to - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private int AddToken(int start, bool afterBreak)
    {
        var first = _clean[start];
        var end = start + 1;
        var kind = KindOf(first);
        while (kind != DeadlineTokenKind.Mark && end < _clean.Length && KindOf(_clean[end]) == kind)
        {
            end++;
        }

        var text = kind == DeadlineTokenKind.Mark ? first.ToString() : LowerCase(_clean.AsSpan(start, end - start));
        _tokens.Add(new DeadlineToken(kind, text, start, end, afterBreak));
        return end;
    }

    private static string LowerCase(ReadOnlySpan<char> text)
    {
        Span<char> buffer = text.Length <= LongestWord ? stackalloc char[LongestWord] : new char[text.Length];
        text.ToLowerInvariant(buffer);
        return new string(buffer[..text.Length]);
    }

    private static DeadlineTokenKind KindOf(char c) => c switch
    {
        _ when char.IsAsciiDigit(c) => DeadlineTokenKind.Number,
        _ when char.IsLetter(c) => DeadlineTokenKind.Word,
        _ => DeadlineTokenKind.Mark,
    };

    private static string Clean(string text)
    {
        var result = text.ToCharArray();
        var i = 0;
        while (i < result.Length)
        {
            var length = result[i] == '<' ? TagLength(text, i) : 0;
            if (length > 0)
            {
                result.AsSpan(i, length).Fill(' ');
                result[i] = IsInline(text.AsSpan(i + 1, length - 2)) ? ' ' : '\n';
                i += length;
                continue;
            }

            result[i] = Plain(text[i]);
            i++;
        }

        return new string(result);
    }

    private static char Plain(char c) => c switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '\u2018' or '\u2019' => '\'',
        '\r' or '\n' or '\u2028' or '\u2029' or '\u2022' or '\u00b7' or '\u2023' => '\n',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => c,
    };

    private static int TagLength(string text, int start)
    {
        if (start + 2 >= text.Length || !(char.IsAsciiLetter(text[start + 1]) || text[start + 1] == '/'))
        {
            return 0;
        }

        var end = text.AsSpan(start, Math.Min(LongestTag, text.Length - start)).IndexOf('>');
        return end < 2 ? 0 : end + 1;
    }

    private static bool IsInline(ReadOnlySpan<char> inside)
    {
        var name = inside.Trim('/');
        var end = 0;
        while (end < name.Length && char.IsAsciiLetter(name[end]))
        {
            end++;
        }

        return InlineTags.Contains($" {name[..end]} ", StringComparison.OrdinalIgnoreCase);
    }
}
