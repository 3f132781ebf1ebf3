using System.Text;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// The words a password is made of once the usual disguises are taken off: capitals, separators, digits and signs before and
/// after, and signs that stand for letters ("P4ssw0rd!2024" is "password").
/// </summary>
public static class PasswordShape
{
    /// <summary>Shorter pieces say nothing.</summary>
    public const int ShortestWord = 4;

    private const string From = "013456789@$!|€+";
    private const string AsLong = "oleasgtbgasiiet";

    /// <summary>Small letters and digits of the text, without separators.</summary>
    public static string Plain(string text) => string.Concat(Folded(text).Where(char.IsLetterOrDigit));

    /// <summary>Small letters of the text and nothing else.</summary>
    public static string Letters(string text) => string.Concat(Folded(text).Where(char.IsLetter));

    /// <summary>Every word the password may be a disguise of, each once; pieces that are too short are left out.</summary>
    public static IReadOnlyCollection<string> Words(string password)
    {
        var folded = Folded(password);
        var words = new HashSet<string>(StringComparer.Ordinal) { Letters(password) };
        foreach (var core in new[] { folded, TrimEnd(folded), TrimStart(folded), TrimStart(TrimEnd(folded)) })
        {
            words.Add(Undisguise(core, '1', 'l'));
            words.Add(Undisguise(core, '1', 'i'));
        }

        // "abcabc" is "abc" twice; "passwordpassword" is "password" twice.
        foreach (var word in words.ToList())
        {
            words.Add(Repeated(word));
        }

        words.RemoveWhere(w => w.Length < ShortestWord);
        return words;
    }

    /// <summary>The piece that the text repeats from beginning to end, or the text itself.</summary>
    public static string Repeated(string text)
    {
        for (var size = 1; size <= text.Length / 2; size++)
        {
            if (text.Length % size == 0 && text.AsSpan(size).SequenceEqual(text.AsSpan(0, text.Length - size)))
            {
                return text[..size];
            }
        }

        return text;
    }

    /// <summary>Small letters without accents. Halves of characters, which cannot be normalised, become one sign.</summary>
    private static string Folded(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()))
        .Normalize(NormalizationForm.FormKD).ToLowerInvariant();

    private static string Undisguise(string text, char one, char letter) => string.Concat(text
        .Select(c => c == one ? letter : From.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? AsLong[at] : c)
        .Where(char.IsLetter));

    private static string TrimEnd(string text)
    {
        var end = text.Length;
        while (end > 0 && !char.IsLetter(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    private static string TrimStart(string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetter(text[start]))
        {
            start++;
        }

        return text[start..];
    }
}
