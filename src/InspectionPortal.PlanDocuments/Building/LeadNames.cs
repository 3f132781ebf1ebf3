using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>
/// Splits "A; B and C", "A with B", "A in consultation with B", "A / B" into those who lead and those who help, without
/// breaking names that hold the same words ("Head of Fostering and Adoption"). Names the partnership knows stay whole.
/// </summary>
internal sealed partial class LeadNames
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;
    private const char Hold = '\uE000';

    /// <summary>As much of the words on either side of "and" as can be the name of one who leads.</summary>
    private const int LongestName = 300;

    private readonly List<string> _known;
    private readonly HashSet<string> _plain;

    public LeadNames(ImportHints hints)
    {
        _known = [.. hints.Responsibilities.Concat(hints.Agencies).Where(n =>
            n.Trim().Length > 1).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(n => n.Length)];
        _plain = new HashSet<string>(_known.Select(HeaderSynonyms.Plain), StringComparer.Ordinal);
        HasKnown = _plain.Count > 0;
    }

    public bool HasKnown { get; }

    public bool Knows(string name) => _plain.Contains(HeaderSynonyms.Plain(name));

    /// <summary>Those named in a cell, in its order, each once.</summary>
    public List<ImportedLead> Read(IEnumerable<SourceLine> lines, string kind = ImportedLead.Lead)
    {
        var leads = new List<ImportedLead>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        var left = ImportLimits.NamesCharacters;
        var own = kind;
        foreach (var line in Joined(lines).SelectMany(LeadRoles.Parts).TakeWhile(_ => left > 0 && leads.Count < ImportLimits.Names))
        {
            if (LeadRoles.Of(line) is { } role)
            {
                own = role.Helps ? ImportedLead.With : kind;
            }

            leads.AddRange(Read(line.Length > left ? line[..left] : line, own).Where(l => named.Add(HeaderSynonyms.Plain(l.Name))));
            left -= line.Length;
        }

        return leads.Count > ImportLimits.Names ? leads[..ImportLimits.Names] : leads;
    }

    /// <summary>Those named in one line.</summary>
    public List<ImportedLead> Read(string text, string kind = ImportedLead.Lead)
    {
        text = (text.Length > ImportLimits.NamesCharacters ? text[..ImportLimits.NamesCharacters]
            : text).Replace(Hold, ' ').Trim().TrimEnd(';', ',');
        text = Counted().Match(text) is { Success: true } counted ? text[counted.Groups["rest"].Index..] : text;
        if (LeadRoles.Of(text) is { } role)
        {
            kind = role.Helps ? ImportedLead.With : kind;
            text = text[role.Length..];
        }

        if (text.Length == 0 || CellContent.IsNothing(text) || LeadRoles.IsNobody(text))
        {
            return [];
        }

        var held = new List<string>();
        var rest = HoldKnown(HoldBodies(text, held), held);
        var leads = new List<ImportedLead>();
        var (from, own) = (0, kind);
        foreach (Match link in Links().Matches(rest))
        {
            Add(from, link.Index);
            from = link.Index + link.Length;
            own = link.Value.Contains("consult", StringComparison.OrdinalIgnoreCase) ? ImportedLead.InConsultationWith : ImportedLead.With;
        }

        Add(from, rest.Length);
        return leads;

        void Add(int start, int end) =>
            leads.AddRange(Names(rest[start..end]).Take(ImportLimits.Names - leads.Count).Select(n =>
                new ImportedLead(Release(n, held), own)).Where(l => l.Name.Length > 0));
    }

    /// <summary>Lines, where one that ends in a joining word or opens a bracket goes on in the next.</summary>
    public static List<string> Joined(IEnumerable<SourceLine> lines)
    {
        var joined = new JoinedLines();
        foreach (var line in lines)
        {
            if (joined.Count > 0 && joined.LastLength > 0
                && (Validate().IsMatch(joined.LastEnd) || joined.HasOpenBracket || Continues().IsMatch(line.Text)))
            {
                joined.Join(" ", line.Text);
            }
            else
            {
                joined.Add(line);
            }
        }

        return [.. joined.Lines.Select(l => l.Text)];
    }

    private static IEnumerable<string> Names(string text)
    {
        foreach (var part in text.Split([';', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var sided in NameSlashes.Part(part))
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
        var parts = LeadRoles.WithInitials(OutsideBrackets(text, ','));
        if (parts.Count < 2)
        {
            return [text];
        }

        var first = parts[0];
        return IsName(first) && parts.Skip(1).All(p => IsName(p) || Ands(StripAnd(p)).All(IsName))
            ? parts.Select(StripAnd).SelectMany((p, i) => i < parts.Count - 1 ? [p] : LastOfList(p)) : [text];
    }

    /// <summary>"NHS and Education" at the end of a list of bodies is two.</summary>
    private static IEnumerable<string> LastOfList(string text) =>
        And().Match(text) is { Success: true } match && Parts2(text, match) is var (left, right) && PostNames.IsOnlyCode(left)
            && char.IsUpper(right.FirstOrDefault()) && !right.Contains(' ', StringComparison.Ordinal)
            ? [left, right]
            : [text];

    private static IEnumerable<string> Ands(string text)
    {
        var (from, counted, open) = (0, 0, 0);
        foreach (Match match in And().Matches(text))
        {
            open += Sentences.OpenBrackets(text.AsSpan(counted, match.Index - counted));
            counted = match.Index;
            var left = text.AsSpan(from, match.Index - from).Trim();
            var right = text.AsSpan(match.Index + match.Length).Trim();
            if (open <= 0 && SplitsAt(new string(left[Math.Max(0, left.Length - LongestName)..]),
                new string(right[..Math.Min(right.Length, LongestName)])))
            {
                yield return left.ToString();
                (from, open) = (match.Index + match.Length, 0);
                counted = from;
            }
        }

        yield return text[from..].Trim();
    }

    private static (string Left, string Right) Parts2(string text, Match match) =>
        (text[..match.Index].Trim(), text[(match.Index + match.Length)..].Trim());

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

        if (PostNames.IsOnlyCode(left) && (IsName(right) || (char.IsUpper(right[0]) && right.Contains(' ', StringComparison.Ordinal))))
        {
            return true;
        }

        var rightName = right.StartsWith(Hold) || PostNames.StartsAsPost(right);
        return rightName ? !IsOpenName(left) : IsName(left) && IsName(right)
            && (!PostNames.IsCode(FirstWord(left)) || PostNames.EndsAsPost(right) || PostNames.EndsAsPost(left))
                && !right.StartsWith("Development", StringComparison.Ordinal);
    }

    /// <summary>"Deputy" or "Joint" alone wait for the rest of the name.</summary>
    private static bool IsOpenName(string left) =>
        left.Split(' ') is [var only] && only.ToLowerInvariant() is "deputy" or "joint" or "assistant" or "strategy" or "lead";

    private static bool IsName(string text) => text.Contains(Hold, StringComparison.Ordinal) || PostNames.IsPost(text);

    private static string FirstWord(string text) => text.Split(' ')[0];

    private static string StripAnd(string text) => LeadingAnd().Replace(text.Trim(), "");

    private static List<string> OutsideBrackets(string text, char mark)
    {
        var parts = new List<string>();
        var (from, open) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            open += i == text.Length ? 0 : text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (i == text.Length || (text[i] == mark && open <= 0))
            {
                parts.Add(text[from..i].Trim());
                from = i + 1;
            }
        }

        return parts.Where(p => p.Length > 0).ToList();
    }

    /// <summary>Bodies whose names hold an "and" of their own.</summary>
    private static string HoldBodies(string text, List<string> held) => LeadRoles.Bodies().Replace(text, match =>
    {
        held.Add(match.Value);
        return $"{Hold}{(char)(0xE100 + held.Count - 1)}{Hold}";
    });

    private string HoldKnown(string text, List<string> held)
    {
        foreach (var name in _known)
        {
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at,
                StringComparison.OrdinalIgnoreCase))
            {
                var end = at + name.Length;
                if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end]))
                    || GoesOn(text, end))
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
        for (var i = 0; i < held.Count && name.Contains(Hold, StringComparison.Ordinal); i++)
        {
            name = name.Replace($"{Hold}{(char)(0xE100 + i)}{Hold}", held[i], StringComparison.Ordinal);
        }

        return name.Trim(' ', ',', ';', ':', '-', '–');
    }

    [GeneratedRegex(@"(?:,\s*)?\b(?:in\s+consultation\s+with|in\s+partnership\s+with|in\s+conjunction\s+with|supported\s+by|with\s+support\s+from|working\s+with|jointly\s+with|together\s+with|with)\s+", Options)]
    private static partial Regex Links();

    [GeneratedRegex(@"^\d{1,2}[.)]\s+(?<rest>\p{L})", Options)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\s+(?:and|&|\+|plus)\s+", Options)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:and|&)\s+", Options)]
    private static partial Regex LeadingAnd();

    [GeneratedRegex(@"(?:\b(?:and|of|for|with|the|in|to|&)|[,/&(–-])$", Options)]
    private static partial Regex Validate();

    [GeneratedRegex(@"^(?:and|&|of|for|with|in consultation|/)\s|^\(", Options)]
    private static partial Regex Continues();

    [GeneratedRegex(@"^(?:and|with|in|supported|jointly|working|together)\b", Options)]
    private static partial Regex Joint();
}
