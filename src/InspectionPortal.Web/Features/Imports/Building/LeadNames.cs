using System.Text.RegularExpressions;
using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports.Building;

/// <summary>
/// Splits "A; B and C", "A with B", "A in consultation with B", "A / B" into those who lead and those who help, without
/// breaking names that hold the same words ("Head of Fostering and Adoption"). Names the partnership knows stay whole.
/// </summary>
internal sealed partial class LeadNames
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const char Hold = '\uE000';

    private readonly List<string> known;
    private readonly HashSet<string> plain;

    public LeadNames(ImportHints hints)
    {
        known = [.. hints.Responsibilities.Concat(hints.Agencies).Where(n => n.Trim().Length > 1).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(n => n.Length)];
        plain = new HashSet<string>(known.Select(HeaderWords.Plain), StringComparer.Ordinal);
        HasKnown = plain.Count > 0;
    }

    public bool HasKnown { get; }

    public bool Knows(string name) => plain.Contains(HeaderWords.Plain(name));

    /// <summary>Those named in a cell, in its order, each once.</summary>
    public List<ImportedLead> Read(IEnumerable<SourceLine> lines, string kind = ImportedLead.Lead)
    {
        var leads = new List<ImportedLead>();
        foreach (var line in Joined(lines))
        {
            foreach (var lead in Read(line, kind).Where(l => !leads.Exists(e => HeaderWords.Plain(e.Name) == HeaderWords.Plain(l.Name))))
            {
                leads.Add(lead);
            }
        }

        return leads;
    }

    /// <summary>Those named in one line.</summary>
    public List<ImportedLead> Read(string text, string kind = ImportedLead.Lead)
    {
        text = Counted().Replace(text.Trim().TrimEnd(';', ','), string.Empty);
        if (Role().Match(text) is { Success: true } role)
        {
            kind = role.Groups["helps"].Success ? ImportedLead.With : kind;
            text = text[role.Length..];
        }

        if (text.Length == 0 || CellContent.IsNothing(text))
        {
            return [];
        }

        var held = new List<string>();
        var rest = HoldKnown(text, held);
        var leads = new List<ImportedLead>();
        foreach (Match part in Parts().Matches(rest))
        {
            var own = part.Groups["link"].Value.ToLowerInvariant() switch
            {
                "" => kind,
                var link when link.Contains("consult", StringComparison.Ordinal) => ImportedLead.InConsultationWith,
                _ => ImportedLead.With,
            };
            leads.AddRange(Names(part.Groups["names"].Value).Select(n => new ImportedLead(Release(n, held), own)).Where(l => l.Name.Length > 0));
        }

        return leads;
    }

    /// <summary>Lines, where one that ends in a joining word or opens a bracket goes on in the next.</summary>
    public static List<string> Joined(IEnumerable<SourceLine> lines)
    {
        var joined = new List<string>();
        foreach (var line in lines)
        {
            var last = joined.Count > 0 ? joined[^1] : "";
            if (last.Length > 0 && (Unfinished().IsMatch(last) || last.Count(c => c == '(') > last.Count(c => c == ')') || Continues().IsMatch(line.Text)))
            {
                joined[^1] = $"{last} {line.Text}";
            }
            else
            {
                joined.Add(line.Text);
            }
        }

        return joined;
    }

    private static IEnumerable<string> Names(string text)
    {
        foreach (var part in text.Split([';', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var sided in Slashes().Split(part).Where(s => s.Trim().Length > 0))
            {
                foreach (var name in Commas(sided.Trim()).SelectMany(Ands))
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>"Chief Minister, CEO and DG" is a list; "Lead for Quality, Performance and Improvement" is not.</summary>
    private static IEnumerable<string> Commas(string text)
    {
        var parts = OutsideBrackets(text, ',');
        if (parts.Count < 2)
        {
            return [text];
        }

        var first = parts[0];
        return IsName(first) && parts.Skip(1).All(p => IsName(p) || Ands(StripAnd(p)).All(IsName)) ? parts.Select(StripAnd).SelectMany((p, i) => i < parts.Count - 1 ? [p] : LastOfList(p)) : [text];
    }

    /// <summary>"NHS and Education" at the end of a list of bodies is two.</summary>
    private static IEnumerable<string> LastOfList(string text) =>
        And().Match(text) is { Success: true } match && Parts2(text, match) is var (left, right) && PostWords.IsOnlyCode(left) && char.IsUpper(right.FirstOrDefault()) && !right.Contains(' ', StringComparison.Ordinal)
            ? [left, right]
            : [text];

    private static IEnumerable<string> Ands(string text)
    {
        var match = And().Matches(text).FirstOrDefault(m => Parts2(text, m) is var (left, right) && SplitsAt(left, right) && IsOutside(text, m.Index));
        if (match is null)
        {
            return [text.Trim()];
        }

        var (before, after) = Parts2(text, match);
        return Ands(after).Prepend(before);
    }

    private static (string Left, string Right) Parts2(string text, Match match) => (text[..match.Index].Trim(), text[(match.Index + match.Length)..].Trim());

    private static bool SplitsAt(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return false;
        }

        if (left.Contains(Hold, StringComparison.Ordinal) && right.Contains(Hold, StringComparison.Ordinal))
        {
            return left.EndsWith(Hold) || right.StartsWith(Hold);
        }

        if (PostWords.IsOnlyCode(left) && (IsName(right) || (char.IsUpper(right[0]) && right.Contains(' ', StringComparison.Ordinal))))
        {
            return true;
        }

        var rightName = right.StartsWith(Hold) || PostWords.StartsAsPost(right);
        return rightName ? !IsOpenName(left) : IsName(left) && IsName(right) && (!PostWords.IsCode(FirstWord(left)) || PostWords.EndsAsPost(right) || PostWords.EndsAsPost(left)) && !right.StartsWith("Development", StringComparison.Ordinal);
    }

    /// <summary>"Deputy" or "Joint" alone wait for the rest of the name.</summary>
    private static bool IsOpenName(string left) => left.Split(' ') is [var only] && only.ToLowerInvariant() is "deputy" or "joint" or "assistant" or "strategy" or "lead";

    private static bool IsName(string text) => text.Contains(Hold, StringComparison.Ordinal) || PostWords.IsPost(text);

    private static string FirstWord(string text) => text.Split(' ')[0];

    private static string StripAnd(string text) => LeadingAnd().Replace(text.Trim(), "");

    private static List<string> OutsideBrackets(string text, char mark)
    {
        var parts = new List<string>();
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == mark && IsOutside(text, i)))
            {
                parts.Add(text[from..i].Trim());
                from = i + 1;
            }
        }

        return parts.Where(p => p.Length > 0).ToList();
    }

    private static bool IsOutside(string text, int index) => text.AsSpan(0, index).Count('(') <= text.AsSpan(0, index).Count(')');

    private string HoldKnown(string text, List<string> held)
    {
        foreach (var name in known)
        {
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + name.Length;
                if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end])) || GoesOn(text, end))
                {
                    at = end;
                    if (at >= text.Length)
                    {
                        break;
                    }

                    continue;
                }

                var token = $"{Hold}{(char)(0xE100 + held.Count)}{Hold}";
                held.Add(text[at..end]);
                text = string.Concat(text.AsSpan(0, at), token, text.AsSpan(end));
                at += token.Length;
                if (at >= text.Length)
                {
                    break;
                }
            }
        }

        return text;
    }

    /// <summary>Whether a name goes on behind the known words, so that it is another name: "Head of QA" in "Head of QA Team".</summary>
    private static bool GoesOn(string text, int end) =>
        end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]) && text[(end + 1)..] is var rest
        && !Joint().IsMatch(rest);

    private static string Release(string name, List<string> held)
    {
        for (var i = 0; i < held.Count; i++)
        {
            name = name.Replace($"{Hold}{(char)(0xE100 + i)}{Hold}", held[i], StringComparison.Ordinal);
        }

        return name.Trim(' ', ',', ';', ':', '-', '–');
    }

    [GeneratedRegex(@"(?<link>^|(?:,\s*)?\b(?:in\s+consultation\s+with|in\s+partnership\s+with|in\s+conjunction\s+with|supported\s+by|with\s+support\s+from|working\s+with|jointly\s+with|together\s+with|with)\s+)(?<names>.*?)(?=$|(?:,\s*)?\b(?:in\s+consultation\s+with|in\s+partnership\s+with|in\s+conjunction\s+with|supported\s+by|with\s+support\s+from|working\s+with|jointly\s+with|together\s+with|with)\s)", Options | RegexOptions.Singleline, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\d{1,2}[.)]\s+(?=\p{L})", Options, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(?:lead|led\s+by|owner|responsible|accountable|(?<helps>support|supported\s+by|supporting|partners?|contributors?))\s*:\s*(?=\p{L})", Options, 1000)]
    private static partial Regex Role();

    [GeneratedRegex(@"\s*(?<!\d)(?<!\band)/(?!or\b)\s*|\s*/(?!\d|or\b)\s*", Options, 1000)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\s+(?:and|&|\+|plus)\s+", Options, 1000)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:and|&)\s+", Options, 1000)]
    private static partial Regex LeadingAnd();

    [GeneratedRegex(@"(?:\b(?:and|of|for|with|the|in|to|&)|[,/&(–-])$", Options, 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^(?:and|&|of|for|with|in consultation|/)\s|^\(", Options, 1000)]
    private static partial Regex Continues();

    [GeneratedRegex(@"^(?:and|with|in|supported|jointly|working|together)\b", Options, 1000)]
    private static partial Regex Joint();
}
