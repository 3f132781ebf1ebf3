using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>The actions that one cell holds: the title of the project and, where there are several, each of them.</summary>
internal sealed partial record StackedActions(string Title, IReadOnlyList<string> Actions, string? Number)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    public static StackedActions Read(IReadOnlyList<SourceLine> lines)
    {
        if (lines.Count == 0)
        {
            return new StackedActions("", [], null);
        }

        lines = FindingKinds.Without(lines);
        var whole = Whole(lines);
        var first = whole[0];
        var leads = first.Level == 0 && whole.Count > 1 && whole.Skip(1).All(l => l.Level > 0);
        var opens = whole.Count > 2 && first.Text.EndsWith(':');
        var listed = leads || opens ? whole.Skip(1).ToList() : whole;
        var actions = listed.Select(l => l.Text).ToList();
        var number = whole.Count == 1 && first.Marker is { } marker && marker != DocxNumbering.Bullet ? marker.TrimEnd('.', ')') : null;
        var title = first.Text.Split('\n')[0];
        if (Numbered().Match(title) is { Success: true } numbered)
        {
            number ??= numbered.Groups["number"].Value.TrimEnd('.', ')');
            title = title[numbered.Groups["rest"].Index..];
        }

        return new StackedActions(leads || opens ? title.TrimEnd(':') : title, actions.Count > 1 || leads ? actions : [], number);
    }

    /// <summary>Lines that are one action each: what goes on in the next line, and lists within a list, joined.</summary>
    private static IReadOnlyList<SourceLine> Whole(IReadOnlyList<SourceLine> lines)
    {
        var whole = new JoinedLines();
        foreach (var line in lines)
        {
            var isInner = whole.Count > 0 && line.Level > Math.Max(1, whole.LastLevel);
            var goesOn = whole.Count > 0 && line.Marker is null
                && (whole.IsCutOff || IsAside(line.Text) || (Sentences.StartsSmall(line.Text) && !whole.IsEnded));
            if (isInner || goesOn)
            {
                whole.Join(isInner ? "\n- " : " ", line.Text);
            }
            else
            {
                whole.Add(line);
            }
        }

        return whole.Lines;
    }

    /// <summary>In brackets, a note, or going on; but not numbered such as "(a)".</summary>
    private static bool IsAside(string text) =>
        (text.StartsWith('(') && !(text.Length > 2 && text[2] == ')' && (char.IsAsciiLetterLower(text[1]) || char.IsAsciiDigit(text[1]))))
            || Aside().IsMatch(text);

    [GeneratedRegex(@"^\*|^(?:Note|NB)\b|^(?:and|or|including|e\.g\.)\s", Options)]
    private static partial Regex Aside();

    [GeneratedRegex(@"^(?<number>\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}[.)])\s+(?<rest>\p{L})", Options)]
    private static partial Regex Numbered();
}
