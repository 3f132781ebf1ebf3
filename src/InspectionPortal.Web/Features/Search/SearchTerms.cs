using System.Buffers;
using System.Text;

namespace InspectionPortal.Web.Features.Search;

/// <summary>What somebody typed into a search, taken apart.</summary>
/// <param name="Words">Words that must be there, or the beginnings of words.</param>
/// <param name="Phrases">Words in double quotes, which must stand next to each other.</param>
/// <param name="Without">Words and phrases after a minus sign, which must not be there.</param>
/// <param name="IsUnclosed">True where the last quotation mark was not closed: then the phrase ends with the text.</param>
public sealed record SearchTerms(IReadOnlyList<string> Words, IReadOnlyList<string> Phrases, IReadOnlyList<string> Without, bool IsUnclosed)
{
    /// <summary>Most characters that a search takes.</summary>
    public const int MaxLength = 200;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");
    private const string Minuses = "-−–";

    /// <summary>Reads a text. Nothing that somebody types is an error here.</summary>
    public static SearchTerms Parse(string text)
    {
        List<string> words = [], phrases = [], without = [];
        var isUnclosed = false;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var isExcluded = Minuses.Contains(text[at]) && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            at += isExcluded ? 1 : 0;
            var isPhrase = Quotes.Contains(text[at]);
            at += isPhrase ? 1 : 0;
            var end = isPhrase ? text.AsSpan(at).IndexOfAny(Quotes) : EndOfWord(text.AsSpan(at));
            isUnclosed |= isPhrase && end < 0;
            var said = (end < 0 ? text[at..] : text[at..(at + end)]).Trim();
            at = end < 0 ? text.Length : at + end + (isPhrase ? 1 : 0);
            if (said.EnumerateRunes().Any(Rune.IsLetterOrDigit))
            {
                List<string> kept = isPhrase ? phrases : words;
                (isExcluded ? without : kept).Add(said);
            }
        }

        return new SearchTerms(words, phrases, without, isUnclosed);
    }

    private static int EndOfWord(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || Quotes.Contains(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
