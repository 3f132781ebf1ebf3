using System.Text.RegularExpressions;
using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>An action told from the "(owner – date)" at its end.</summary>
/// <param name="Text">The action.</param>
/// <param name="Owner">The words for who does it; null where none are given.</param>
/// <param name="Date">The words for when; null where none are given.</param>
/// <param name="IsGuess">True where the brackets do not pair, so that somebody should look.</param>
internal sealed partial record OwnerDate(string Text, string? Owner, string? Date, bool IsGuess = false)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>Longer words in brackets are no owner and date.</summary>
    private const int LongestEnd = 1000;

    /// <summary>How many dashes are tried from the end where brackets do not pair.</summary>
    private const int MostDashes = 20;

    public static OwnerDate Read(string line, LeadNames names)
    {
        var text = line.Trim();
        var bare = text.TrimEnd('.', ';', ',', ' ');
        if (bare.EndsWith(']') && bare.LastIndexOf('[') is var square and > 0)
        {
            bare = $"{bare[..square]}({bare[(square + 1)..^1]})";
        }

        if (!bare.EndsWith(')'))
        {
            return Dashed(bare, names) ?? new OwnerDate(text, null, null);
        }

        var open = Opening(bare);
        if (open >= 0 && Split(bare[(open + 1)..^1].Trim(), names) is var (owner, date))
        {
            var action = bare[..open].TrimEnd(' ', '-', '–', '—', ':');
            return action.Length == 0 ? new OwnerDate(text, null, null) : new OwnerDate(action, owner, date, HasStray(bare));
        }

        return Unpaired(text, bare, names);
    }

    /// <summary>"Write the protocol – Head of Service – May 2026", without brackets; null where the end is not both.</summary>
    private static OwnerDate? Dashed(string bare, LeadNames names)
    {
        if (Apart().Matches(bare) is not [.., var first, var second])
        {
            return null;
        }

        var (action, owner, date) = (bare[..first.Index], bare[(first.Index + first.Length)..second.Index], bare[(second.Index + second.Length)..]);
        return action.Length > 0 && owner.Split(' ').Length <= 8 && IsOwner(owner, names) && DeadlineReading.IsDeadline(date) ? new OwnerDate(action, owner, date) : null;
    }

    /// <summary>Where the last bracket opens; further left where an earlier one never closes.</summary>
    private static int Opening(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] == ')' ? 1 : text[i] == '(' ? -1 : 0;
            if (depth != 0)
            {
                continue;
            }

            var before = text[..i];
            var stray = before.Count(c => c == '(') > before.Count(c => c == ')') ? before.LastIndexOf('(') : -1;
            return stray >= 0 ? stray : i;
        }

        return -1;
    }

    private static bool HasStray(string text) => text.Count(c => c == '(') != text.Count(c => c == ')');

    private static (string? Owner, string? Date)? Split(string inside, LeadNames names)
    {
        if (inside.Length > LongestEnd)
        {
            return null;
        }

        var clean = HasStray(inside) ? inside.Replace("(", "", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal) : inside;
        foreach (Match match in Dashes().Matches(clean))
        {
            var dash = match.Groups["dash"];
            var (left, right) = (clean[..dash.Index].Trim(), clean[(dash.Index + dash.Length)..].Trim());
            if (left.Length > 0 && right.Length > 0 && DeadlineReading.IsDeadline(right) && !DeadlineReading.IsDeadline(left))
            {
                return (left, right);
            }
        }

        if (DeadlineReading.IsDeadline(clean) && !PostNames.IsPost(clean))
        {
            return (null, clean);
        }

        return WithoutDash(clean, names) ?? (IsOwner(clean, names) ? (clean, null) : null);
    }

    /// <summary>"Performance and Intelligence end of Sept17": the longest ending that is a date.</summary>
    private static (string? Owner, string? Date)? WithoutDash(string inside, LeadNames names)
    {
        var words = inside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = Math.Max(1, words.Length - 8); i < words.Length; i++)
        {
            var (left, right) = (string.Join(' ', words[..i]).TrimEnd(',', '-', '–', ':', ' '), string.Join(' ', words[i..]));
            if (IsOwner(left, names) && StartsDate().IsMatch(right) && DeadlineReading.IsDeadline(right))
            {
                return (left, right);
            }
        }

        return DeadlineReading.IsDeadline(inside) && inside.Length <= 60 && DeadlineParser.Parse(inside).Kind is not DeadlineKind.Relative ? (null, inside) : null;
    }

    private static bool IsOwner(string text, LeadNames names)
    {
        if (names.Knows(text))
        {
            return true;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 24 && PostNames.IsPost(text) && char.IsUpper(text[0]) && !Verbs().IsMatch(text)
            && (words.Length > 1 || words[0].EndsWith('s') || words[0] is "HR" or "DCS" or "MPMG" or "IROs" || text.Length > 3);
    }

    /// <summary>"… on LCS – Service Manager (CYP Information Systems) Aug17)": a bracket closes that never opened.</summary>
    private static OwnerDate Unpaired(string text, string bare, LeadNames names)
    {
        if (bare.Count(c => c == ')') <= bare.Count(c => c == '('))
        {
            return new OwnerDate(text, null, null);
        }

        foreach (var dash in Dashes().Matches(bare).TakeLast(MostDashes).Reverse().Select(m => m.Groups["dash"]))
        {
            if (Split(bare[(dash.Index + dash.Length)..^1].Trim(), names) is var (owner, date) && owner is not null && date is not null)
            {
                return new OwnerDate(bare[..dash.Index].Trim(), owner, date, IsGuess: true);
            }
        }

        return new OwnerDate(text, null, null);
    }

    [GeneratedRegex(@"(?<dash>\s*[–—]\s*|\s+-\s*|\s*-\s+)|[)\w](?<dash>\s*:\s+)", Options)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\s+[-–—]\s+", Options)]
    private static partial Regex Apart();

    [GeneratedRegex(@"^(?:by|from|end|the end|until|to|due|on-?going|quarterly|monthly|annually|within|before|early|mid|late|spring|summer|autumn|winter|Q\d|\d|[A-Z][a-z]{2,8}\.?\s?'?\d)", Options | RegexOptions.IgnoreCase)]
    private static partial Regex StartsDate();

    [GeneratedRegex(@"\b(?:to|will|should|must|is|are|be|has|have|that|which|subject|including|include|includes|i\.?e|e\.?g)\b", Options)]
    private static partial Regex Verbs();
}
