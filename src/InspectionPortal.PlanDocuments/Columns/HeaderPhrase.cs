using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>
/// The words of a header as they are compared: lower case, singular, names of computers taken apart ("DueDate", "due_date"), words in
/// brackets told from the rest, and the place of the word that the header is about ("progress" in "Progress against agreed actions").
/// </summary>
internal sealed partial class HeaderPhrase
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly HashSet<string> Filler = Set("the a an our your their please own s etc eg ie only");

    private static readonly HashSet<string> Questions = Set("what who when how why where which whose has have did is are will beth pwy pryd sut pam");

    /// <summary>Words behind which a header says more about the thing, and names it no longer.</summary>
    private static readonly HashSet<string> Links = Set("on against of for to in from with toward towards at as that which within since under following into per about via when");

    /// <summary>Words that stand behind the thing and do not name it.</summary>
    private static readonly HashSet<string> Behind = Set(
        "required needed taken planned agreed proposed undertaken identified achieved made set expected involved responsible detail description text title statement column summary info information list heading item");

    private static readonly HashSet<string> Joints = Set("and or plus");

    private HeaderPhrase(List<string> tokens, List<string> aside, List<(int From, int Head)> cores) =>
        (Tokens, Aside, Cores) = (tokens, aside, cores);

    /// <summary>Its words outside brackets, singular.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>Words in its brackets.</summary>
    public IReadOnlyList<string> Aside { get; }

    /// <summary>All its words, those in brackets last.</summary>
    public string All => string.Join(' ', Tokens.Concat(Aside));

    /// <summary>Each thing it names: where its words begin, and where its last word is.</summary>
    public IReadOnlyList<(int From, int Head)> Cores { get; }

    public bool IsQuestion => Tokens.Count > 1 && Questions.Contains(Tokens[0]);

    public static HeaderPhrase Of(string header)
    {
        var text = (header.Any(char.IsWhiteSpace) ? header : Apart(header)).Replace("%", " percent ", StringComparison.Ordinal);
        text = Plural().Replace(text.Replace('_', ' ').Replace('\n', ' '), "");
        var aside = string.Join(' ', Brackets().Matches(text).Select(m => m.Value));
        var rest = Brackets().Replace(text, " ");
        var bare = Leading().Replace(rest, "").Trim();
        rest = bare.Length > 1 && bare.Any(char.IsLetter) ? bare : rest;
        var tokens = new List<string>();
        var ends = new List<int>();
        foreach (var part in Parts().Split(rest))
        {
            tokens.AddRange(Split(part));
            ends.Add(tokens.Count);
        }

        return tokens.Count == 0 && aside.Length > 0
            ? new HeaderPhrase(Split(aside), [], [(0, Math.Max(0, Split(aside).Count - 1))])
            : new HeaderPhrase(tokens, Split(aside), CoresOf(tokens, ends));
    }

    /// <summary>The words of a phrase in the form in which <see cref="Tokens"/> are.</summary>
    public static List<string> Split(string text)
    {
        var words = HeaderSynonyms.Plain(Short().Replace(text, " ${word}")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(w => !Filler.Contains(w)).ToList();
        return [.. (telling.Count > 0 ? telling : [.. words]).Select(Singular)];
    }

    /// <summary>True for the names of months, quarters and years, which say when and not what.</summary>
    public static bool IsTime(string word) =>
        HeaderSynonyms.IsMonthName(word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) || word.All(char.IsAsciiDigit)
        || word is "q1" or "q2" or "q3" or "q4" or "quarter" or "week" or "year" or "current" or "previou" or "latest" or "date";

    private static List<(int From, int Head)> CoresOf(List<string> tokens, List<int> ends)
    {
        var cores = new List<(int From, int Head)>();
        var from = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !ends.Contains(i) && !Joints.Contains(tokens[i]))
            {
                continue;
            }

            if (i > from)
            {
                cores.Add((from, Head(tokens, from, i)));
            }

            from = i < tokens.Count && Joints.Contains(tokens[i]) ? i + 1 : i;
        }

        return cores;
    }

    private static int Head(List<string> tokens, int from, int to)
    {
        var link = tokens.FindIndex(from, to - from, Links.Contains);
        var end = link > from ? link : to;
        var head = end - 1;
        while (head > from && (Behind.Contains(tokens[head]) || (IsTime(tokens[head]) && tokens[head] != "date")))
        {
            head--;
        }

        return head;
    }

    /// <summary>"LeadOfficer" as two words, "RAGStatus" too.</summary>
    private static string Apart(string header) =>
        UpperWord().Replace(LowerUpper().Replace(header, "${before} ${after}"), "${before} ${after}");

    private static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => $"{word[..^3]}y",
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)
            && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];

    [GeneratedRegex(@"['’](?<word>ll|s|re|ve)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Short();

    [GeneratedRegex("(?<before>[a-z0-9])(?<after>[A-Z])", Options)]
    private static partial Regex LowerUpper();

    [GeneratedRegex("(?<before>[A-Z])(?<after>[A-Z][a-z]{2})", Options)]
    private static partial Regex UpperWord();

    [GeneratedRegex(@"\((?:s|es|ies|S)\)", Options)]
    private static partial Regex Plural();

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]", Options)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^\s*\(?\d{1,2}[.):]?\s+", Options)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\s*[/|:;,&–—]\s*|\s+-\s+", Options)]
    private static partial Regex Parts();
}
