using System.Text.RegularExpressions;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>What stands beside the names of those who lead: their role, initials in brackets, or that nobody is named yet.</summary>
internal static partial class LeadRoles
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    /// <summary>"TBC", "to be agreed", "vacant": nobody yet.</summary>
    public static bool IsNobody(string text) => Open().IsMatch(text.Trim());

    /// <summary>"Lead: A; Support: B" as its two parts.</summary>
    public static IEnumerable<string> Parts(string line)
    {
        var from = 0;
        foreach (var at in Inner().Matches(line).Select(m => m.Groups["role"].Index).Where(at => at > 0))
        {
            yield return line[from..at].Trim().TrimEnd(';', ',');
            from = at;
        }

        yield return line[from..];
    }

    /// <summary>The role at the beginning of a line and the length of its words; null where it names none.</summary>
    public static (bool Helps, int Length)? Of(string text) =>
        Role().Match(text) is { Success: true } role ? (role.Groups["helps"].Success, role.Length) : null;

    /// <summary>Brackets alone, such as the initials in "Operations Managers (SF), (CD)", belong to the name before.</summary>
    public static List<string> WithInitials(List<string> parts)
    {
        for (var i = parts.Count - 1; i > 0; i--)
        {
            if (parts[i].StartsWith('(') && parts[i].EndsWith(')') && parts[i].Length <= 12)
            {
                parts[i - 1] = $"{parts[i - 1]}, {parts[i]}";
                parts.RemoveAt(i);
            }
        }

        return parts;
    }

    [GeneratedRegex(@"^(?:(?:overall\s+|operational\s+|strategic\s+)?leads?(?:\s+(?:officer|agency|person))?|led\s+by|owner|responsible|accountable|sro|(?<helps>support(?:\s+(?:officers?|from))?|supported\s+by|supporting|partners?|contributors?|consult(?:ed)?|informed|with))\s*:\s*", Options)]
    private static partial Regex Role();

    [GeneratedRegex(@"(?:^|[\s;,./])(?<role>(?:leads?|led\s+by|support|supported\s+by|supporting|partners?|contributors?)\s*:)", Options)]
    private static partial Regex Inner();

    [GeneratedRegex(@"^(?:tb[acd]|to\s+be\s+(?:confirmed|agreed|advised|decided|identified|appointed)|vacant|not\s+yet\s+(?:known|assigned)|unassigned|\?+)\.?$", Options)]
    private static partial Regex Open();

    /// <summary>Bodies whose names hold an "and" of their own.</summary>
    [GeneratedRegex(@"\b(?:(?:office\s+of\s+the\s+)?police(?:,\s+fire)?\s+and\s+crime\s+(?:commissioner|panel)(?:['’]s\s+office)?|\p{Lu}[\w'’-]*(?:\s+\p{Lu}[\w'’-]*)*\s+(?:fire\s+and\s+rescue\s+(?:service|authority)|health\s+and\s+social\s+care\s+partnership)|health\s+and\s+(?:social\s+care\s+partnership|well-?being\s+board)|fire\s+and\s+rescue\s+(?:service|authority)|child\s+and\s+adolescent\s+mental\s+health\s+services?|crown\s+office\s+and\s+procurator\s+fiscal\s+service)\b", Options)]
    public static partial Regex Bodies();
}
