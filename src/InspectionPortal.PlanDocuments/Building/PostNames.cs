using System.Text.RegularExpressions;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Tells the names of posts, teams and bodies from other words.</summary>
internal static partial class PostNames
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>Words that begin the name of a post.</summary>
    private static readonly HashSet<string> Heads = new(
        ["head", "heads", "director", "directors", "chief", "deputy", "assistant", "service director", "lead", "interim", "senior", "principal", "all", "strategic", "executive",
         "chair", "president", "manager", "managers", "independent", "cabinet", "designated", "named", "acting"],
        StringComparer.Ordinal);

    /// <summary>Words that name a post or a body wherever they stand.</summary>
    private static readonly HashSet<string> Posts = new(
        ["head", "heads", "director", "directors", "officer", "officers", "manager", "managers", "chair", "chairs", "chairperson", "lead", "leads", "chief", "nurse", "nurses", "doctor",
         "coordinator", "co-ordinator", "coordinators", "analyst", "analysts", "commissioner", "board", "group", "team", "teams", "committee", "superintendent", "inspector", "sergeant",
         "minister", "member", "worker", "workers", "specialist", "specialists", "adviser", "advisor", "partner", "consultant", "practitioner", "practitioners", "teacher", "headteacher", "headteachers",
         "psychologist", "paediatrician", "administrator", "secretary", "governor", "councillor", "supervisor", "supervisors", "apprentice", "champion", "champions", "leaders", "leader", "agency", "agencies",
         "department", "unit", "forum", "council", "police", "directorate", "staff", "champ", "reporter", "student", "students", "executive", "president", "panel", "executives", "commissioners", "heads", "chairman"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> NotCodes = new(["QA", "IT", "CYP", "SEND", "LAC", "CIC", "A", "I", "EH", "SC", "MASH", "CSE", "PEP", "AND", "OF", "RAG", "TBC", "TBA", "KPI"], StringComparer.Ordinal);

    /// <summary>A code such as "HOS", "TMs", "CSWO" or "NHSG", which stands for a post or a body.</summary>
    public static bool IsCode(string word)
    {
        var bare = word.Trim('.', ',', '(', ')', '\'', '’');
        bare = bare.EndsWith("'s", StringComparison.Ordinal) || bare.EndsWith("’s", StringComparison.Ordinal) ? bare[..^2] : bare;
        return !NotCodes.Contains(bare) && Code().IsMatch(bare);
    }

    /// <summary>Whether the words can stand alone as one who answers for something.</summary>
    public static bool IsPost(string text)
    {
        var words = Words(text.Length > 2 && text[0] != '(' ? Bracketed().Replace(text, " ") : text);
        return words.Exists(w => IsCode(w) || Posts.Contains(Plain(w))) || HeadOfService().IsMatch(text.Trim());
    }

    /// <summary>Whether the words are one code and nothing else: "MD", "TMs".</summary>
    public static bool IsOnlyCode(string text) => Words(text) is [var only] && IsCode(only);

    /// <summary>Whether the words end as the name of a single post does.</summary>
    public static bool EndsAsPost(string text) =>
        Words(Bracketed().Replace(text, " ")) is { Count: > 1 } words && Plain(words[^1]) is "manager" or "officer" or "director" or "lead" or "coordinator" or "chair" or "nurse" or "commissioner" or "adviser";

    /// <summary>Whether the words begin as the name of a post does, so that nothing before them can belong to it.</summary>
    public static bool StartsAsPost(string text)
    {
        var words = Words(text);
        return words.Count > 0 && (IsCode(words[0]) || (Heads.Contains(Plain(words[0])) && words.Count > 1 && IsPost(text)));
    }

    /// <summary>Whether a whole cell looks like those who lead: short, without a verb, with a post or a person in it.</summary>
    public static bool LooksLikePost(string text) =>
        text.Length is > 1 and <= 120 && !text.EndsWith('.') && Words(text).Count <= 14 && !(Words(text).Count > 3 && CategoryActions.Task().IsMatch(text)) && (IsPost(text) || Person().IsMatch(text.Trim()));

    private static List<string> Words(string text) =>
        [.. text.Split([' ', '/', ',', ';', '\n', '(', ')'], StringSplitOptions.RemoveEmptyEntries)];

    private static string Plain(string word) => word.Trim('.', ',', '\'', '’', ':').ToLowerInvariant();

    [GeneratedRegex(@"^(?:[A-Z]{2,6}s?|H\s?of\s?S|HoS|TMs?|[A-Z]{1,3}o[A-Z]{1,3}s?|[A-Z]&[A-Z])$", Options)]
    private static partial Regex Code();

    [GeneratedRegex(@"\([^()]*\)", Options)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^H\s?of\s?S$", Options)]
    private static partial Regex HeadOfService();

    [GeneratedRegex(@"^(?:[A-Z][a-z]+|[A-Z])\.?\s+[A-Z][a-z'’\-]+(?:\s+[A-Z][a-z'’\-]+)?$", Options)]
    private static partial Regex Person();
}
